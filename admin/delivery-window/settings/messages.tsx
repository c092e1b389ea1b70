import { Badge, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminDeliveryMessageKind,
  AdminDeliveryText,
  AdminDeliveryTextListResponse,
} from "../../../src/api/admin/delivery-windows/texts/types"
import { useDeliveryTexts } from "../../api/delivery-windows"
import { displayName } from "../../i18n/display-name"
import { useText } from "../../i18n/use-text"
import { useFocusBack } from "../../keyboard/use-focus-back"
import { DrawerHeader } from "../../settings/drawer-header"
import { Choice } from "../../settings/fields/choice"
import { GuardedDrawer, useLeave } from "../../settings/guarded-drawer"
import { SectionFrame } from "../../settings/section-frame"
import { LoadError } from "../../task/load-error"
import { MessageForm } from "./message-form"
import { SECTIONS } from "./section-links"

/** What customers are told about their delivery, in each language. */
export const Messages = () => {
  const t = useText()
  const { data, error, refetch } = useDeliveryTexts()
  const [kind, setKind] = useState<AdminDeliveryMessageKind | null>(null)
  const focus = useFocusBack()
  const texts = data?.texts ?? []
  const kinds = [...new Set(texts.map((text) => text.kind))]
  const changed = (one: AdminDeliveryMessageKind) =>
    texts.filter((text) => text.kind === one && text.is_own)
  return (
    <SectionFrame
      id={SECTIONS.messages}
      title={t("delivery.messages.title")}
      summary={t("delivery.messages.about")}
    >
      {!data && error && (
        <LoadError
          title={t("delivery.messages.error")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {data?.channels.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("delivery.messages.noChannel")}
        </Text>
      )}
      <ul className="-mx-6 -mb-4 list-none divide-y border-t first:-mt-4 first:border-t-0 empty:hidden max-lg:-mx-4">
        {kinds.map((one) => (
          <li key={one}>
            <button
              type="button"
              onClick={() => {
                focus.remember()
                setKind(one)
              }}
              className="txt-compact-small hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-6 py-3 text-left outline-none max-lg:px-4"
            >
              <span className="text-ui-fg-base">
                {t.of("deliveryMessages", one)}
              </span>
              {changed(one).map(({ language }) => (
                <Badge
                  key={language}
                  size="2xsmall"
                  title={t("delivery.messages.own", {
                    language: displayName(t, "language", language),
                  })}
                >
                  {language.toUpperCase()}
                </Badge>
              ))}
            </button>
          </li>
        ))}
      </ul>
      <GuardedDrawer open={kind !== null} onClose={() => setKind(null)}>
        {kind && (
          <Drawer.Content onCloseAutoFocus={focus.giveBack}>
            <DrawerHeader
              title={t.of("deliveryMessages", kind)}
              hint={t("delivery.messages.formHint")}
            />
            <Languages
              texts={texts.filter((text) => text.kind === kind)}
              variables={data?.variables ?? []}
              onDone={() => {
                toast.success(t("delivery.messages.saved"))
                setKind(null)
              }}
              onClose={() => setKind(null)}
            />
          </Drawer.Content>
        )}
      </GuardedDrawer>
    </SectionFrame>
  )
}

const Languages = ({
  texts,
  variables,
  onDone,
  onClose,
}: {
  texts: readonly AdminDeliveryText[]
  variables: AdminDeliveryTextListResponse["variables"]
  onDone: () => void
  onClose: () => void
}) => {
  const t = useText()
  const [language, setLanguage] = useState(
    () =>
      texts.find((text) => t.language.startsWith(text.language))?.language ??
      texts[0]?.language ??
      "en"
  )
  const leave = useLeave()
  const text = texts.find((one) => one.language === language)
  return (
    text && (
      <MessageForm
        key={language}
        text={text}
        variables={variables}
        above={
          <Choice
            label={t("delivery.messages.language")}
            value={language}
            choices={texts.map((one) => ({
              value: one.language,
              label: displayName(t, "language", one.language),
            }))}
            onChange={(next) => leave(() => setLanguage(next))}
          />
        }
        onDone={onDone}
        onClose={onClose}
      />
    )
  )
}
