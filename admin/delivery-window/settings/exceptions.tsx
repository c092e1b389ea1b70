import { Badge, Text } from "@medusajs/ui"
import type {
  AdminDeliveryWindowException,
  AdminDeliveryWindowTemplate,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { useText, type Text as Texts } from "../../i18n/use-text"
import { SectionFrame } from "../../settings/section-frame"
import { SmallButton } from "../../task/small-button"
import { dateText } from "../window-text"
import { SECTIONS } from "./section-links"
import { templateNames } from "./template-names"

/** Dates on which windows are not the usual ones. */
export const Exceptions = ({
  exceptions,
  templates,
  onAdd,
  onOpen,
}: {
  exceptions: readonly AdminDeliveryWindowException[]
  templates: readonly AdminDeliveryWindowTemplate[]
  onAdd: () => void
  onOpen: (exception: AdminDeliveryWindowException) => void
}) => {
  const t = useText()
  return (
    <SectionFrame
      id={SECTIONS.exceptions}
      title={t("delivery.exceptions.title")}
      summary={t("delivery.exceptions.about")}
      aside={
        <SmallButton className="shrink-0" onClick={onAdd}>
          {t("delivery.exceptions.add")}
        </SmallButton>
      }
    >
      {exceptions.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("delivery.exceptions.none")}
        </Text>
      ) : (
        <div className="-mx-6 -my-4 max-lg:-mx-4">
          <ExceptionRows
            exceptions={exceptions}
            templates={templates}
            onOpen={onOpen}
          />
        </div>
      )}
    </SectionFrame>
  )
}

/** Each leads to its form. */
export const ExceptionRows = ({
  exceptions,
  templates,
  onOpen,
}: {
  exceptions: readonly AdminDeliveryWindowException[]
  templates: readonly AdminDeliveryWindowTemplate[]
  onOpen: (exception: AdminDeliveryWindowException) => void
}) => {
  const t = useText()
  const names = templateNames(t, templates)
  /** Those of a template that is gone are of none. */
  const whichText = ({ template_id }: AdminDeliveryWindowException) =>
    template_id === null ? t("delivery.exceptions.all") : names.get(template_id)
  return (
    <ul className="list-none divide-y">
      {exceptions.map((exception) => (
        <li key={exception.id}>
          <button
            type="button"
            onClick={() => onOpen(exception)}
            className="txt-compact-small hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight flex w-full flex-wrap items-center gap-x-4 gap-y-1 px-6 py-3 text-left outline-none max-lg:px-4"
          >
            <span className="text-ui-fg-base w-36 shrink-0 tabular-nums first-letter:uppercase">
              {dateText(t, exception.date)}
            </span>
            <span className="text-ui-fg-subtle min-w-0 flex-1 basis-32 break-words">
              {[exception.label, whichText(exception)]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {exception.over > 0 && (
              <Badge size="2xsmall" color="orange">
                {t("delivery.toCall", { count: exception.over })}
              </Badge>
            )}
            <Badge
              size="2xsmall"
              color={exception.kind === "extra" ? "green" : "grey"}
            >
              {whatText(t, exception)}
            </Badge>
          </button>
        </li>
      ))}
    </ul>
  )
}

function whatText(
  t: Texts,
  { kind, capacity, starts_at, ends_at }: AdminDeliveryWindowException
): string {
  switch (kind) {
    case "closed":
      return t("delivery.closed")
    case "capacity":
      return t("delivery.exceptions.capacityIs", { count: capacity ?? 0 })
    case "extra":
      return t("delivery.exceptions.extraIs", {
        hours: `${starts_at ?? ""}–${ends_at ?? ""}`,
      })
  }
}
