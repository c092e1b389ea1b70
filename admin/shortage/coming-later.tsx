import type { AdminComingLater } from "../../src/api/admin/follow-ups/types"
import { dateText } from "../clock/moment-text"
import { useText, type Text } from "../i18n/use-text"
import { nameOfVariant } from "./name-of-variant"

/**
 * Which units go now and which later, as was agreed, and when those are expected,
 * or that this is not known just now.
 */
const ComingLater = ({
  lines,
  timeZone,
}: {
  lines: readonly AdminComingLater[] | null
  timeZone: string
}) => {
  const t = useText()
  return lines === null ? (
    <p>{t("later.unknown")}</p>
  ) : (
    <ul className="flex flex-col gap-y-1">
      {lines.map((line) => (
        <li key={line.line_item_id} dir="auto" className="break-words">
          {[
            agreedText(t, line),
            line.expected_at
              ? t("shortage.expected", {
                  date: dateText(t, Date.parse(line.expected_at), timeZone),
                })
              : t("shortage.noDate"),
          ].join(" · ")}
        </li>
      ))}
    </ul>
  )
}

export default ComingLater

function agreedText(
  t: Text,
  { agreed, now, later, short_by, ...line }: AdminComingLater
) {
  const title = nameOfVariant(line)
  if (agreed === "wait") {
    return t("later.wait", { title, later, short: short_by })
  }
  return now > 0
    ? t("later.part", { title, now, later })
    : t("later.rest", { title, later })
}
