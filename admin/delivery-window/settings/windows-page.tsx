import { Plus } from "@medusajs/icons"
import { useRef, useState } from "react"
import type { AdminDeliveryWindowException } from "../../../src/api/admin/delivery-windows/templates/types"
import {
  useBacklog,
  useTemplates,
  useWindowExceptions,
  useWindowVocabulary,
} from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { ListSkeleton } from "../../settings/list-skeleton"
import { PageSkeleton } from "../../settings/page-skeleton"
import { SettingsPage } from "../../settings/settings-page"
import { SettingsTexts } from "../../settings/settings-texts"
import { LoadError } from "../../task/load-error"
import { SmallButton } from "../../task/small-button"
import { DeliveryTexts } from "../delivery-texts"
import { Unheard } from "../unheard"
import { Exceptions } from "./exceptions"
import { type Edited, FormDrawer } from "./form-drawer"
import { Messages } from "./messages"
import { SectionLinks } from "./section-links"
import { TemplateList } from "./template-list"
import { WindowCalendar } from "./window-calendar"

const WindowsPageWithTexts = () => (
  <SettingsTexts meanwhile={<PageSkeleton />}>
    <DeliveryTexts meanwhile={<PageSkeleton />}>
      <WindowsPage />
    </DeliveryTexts>
  </SettingsTexts>
)

export default WindowsPageWithTexts

/** When couriers come: the templates, the dates that differ, and how full it is. */
const WindowsPage = () => {
  const t = useText()
  const templates = useTemplates()
  const exceptions = useWindowExceptions()
  const vocabulary = useWindowVocabulary()
  const { data: backlog } = useBacklog()
  const [edited, setEdited] = useState<Edited | null>(null)
  const opener = useRef<Element | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const edit = (what: Edited) => {
    opener.current = document.activeElement
    setEdited(what)
  }
  /** The row that opened the drawer may have been removed. */
  const giveFocusBack = (event: Event) => {
    event.preventDefault()
    const { current } = opener
    const to =
      current instanceof HTMLElement && current.isConnected
        ? current
        : add.current
    to?.focus({ preventScroll: true })
  }
  const data = templates.data && exceptions.data && vocabulary.data
  const hasSections =
    templates.data && exceptions.data && templates.data.length > 0
  const error = templates.error ?? exceptions.error ?? vocabulary.error
  return (
    <div className="flex flex-col gap-y-3">
      <SettingsPage
        tab="deliveryWindows"
        action={
          <SmallButton
            ref={add}
            disabled={!data}
            onClick={() => edit({ what: "template", template: null })}
          >
            <Plus aria-hidden />
            {t("delivery.settings.add")}
          </SmallButton>
        }
      >
        {hasSections && <SectionLinks />}
        {backlog?.is_unheard && <Unheard />}
        {!data && error && (
          <LoadError
            title={t("delivery.settings.error")}
            reason={error}
            onRetry={() => {
              void templates.refetch()
              void exceptions.refetch()
              void vocabulary.refetch()
            }}
          />
        )}
        {!data && !error && <ListSkeleton />}
        {templates.data && vocabulary.data && (
          <TemplateList
            templates={templates.data}
            vocabulary={vocabulary.data}
            onOpen={(template) => edit({ what: "template", template })}
          />
        )}
      </SettingsPage>
      {hasSections && (
        <>
          <WindowCalendar
            onDay={(date) => edit(editedOn(date, exceptions.data))}
          />
          <Exceptions
            exceptions={exceptions.data}
            templates={templates.data}
            onAdd={() => edit({ what: "exception", exception: null })}
            onOpen={(exception) => edit({ what: "exception", exception })}
          />
          <Messages />
        </>
      )}
      {templates.data && vocabulary.data && (
        <FormDrawer
          edited={edited}
          templates={templates.data}
          vocabulary={vocabulary.data}
          onEdit={setEdited}
          onClose={() => setEdited(null)}
          onCloseAutoFocus={giveFocusBack}
        />
      )}
    </div>
  )
}

/** What differs on that date already is opened, and not said again. */
function editedOn(
  date: string,
  exceptions: readonly AdminDeliveryWindowException[]
): Edited {
  const there = exceptions.filter((one) => one.date === date)
  return there.length > 1
    ? { what: "date", exceptions: there }
    : { what: "exception", exception: there[0] ?? null, date }
}
