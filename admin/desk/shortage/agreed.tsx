import type { AdminShortageAgreed } from "../../../src/api/admin/shortages/types"
import { dateText, momentText } from "../../clock/moment-text"
import { useMinute } from "../../clock/use-now"
import { useText, type Text } from "../../i18n/use-text"
import { nameOfVariant } from "../../shortage/name-of-variant"

/** What was agreed about short lines, and when. */
export const Agreed = ({
  agreed,
  timeZone,
  named = false,
}: {
  agreed: readonly AdminShortageAgreed[]
  timeZone: string
  /** Whether each says which line it is about. */
  named?: boolean
}) => {
  const t = useText()
  const now = useMinute()
  if (agreed.length === 0) {
    return null
  }
  return (
    <ul className="txt-compact-small flex flex-col gap-y-1">
      {agreed.map((one) => (
        <li
          key={`${one.line_item_id} ${one.agreed_at}`}
          className="text-ui-tag-green-text break-words"
        >
          {named && <bdi>{`${nameOfVariant(one)} · `}</bdi>}
          {t("agreed.line", {
            time: momentText(t, "at", Date.parse(one.agreed_at), now, timeZone),
            what: deedText(t, one.deed, timeZone),
          })}
          {one.by_customer && ` · ${t("history.customer")}`}
          {one.note && (
            <>
              {" "}
              <bdi>“{one.note}”</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function deedText(
  t: Text,
  deed: AdminShortageAgreed["deed"],
  timeZone: string
): string {
  switch (deed.kind) {
    case "replace":
      return t("agreed.replace", {
        units: deed.units,
        list: new Intl.ListFormat(t.locale).format(
          deed.by.map((one) => `${one.quantity} × ${nameOfVariant(one)}`)
        ),
      })
    case "wait":
      return deed.until
        ? t("agreed.waitUntil", {
            date: dateText(t, Date.parse(deed.until), timeZone),
          })
        : t("agreed.wait")
    case "other_location":
      return t("agreed.other_location", {
        location: deed.location_name || "–",
      })
    default:
      return t(`agreed.${deed.kind}`, { units: deed.units })
  }
}
