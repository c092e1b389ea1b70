import { Badge } from "@medusajs/ui"
import { lazy, Suspense, useEffect, useRef } from "react"
import type { AdminShortageSection } from "../../../src/api/admin/shortages/types"
import { Section } from "../../call-sheet/section"
import { dateText, momentText } from "../../clock/moment-text"
import { useMinute } from "../../clock/use-now"
import { useText, type Text } from "../../i18n/use-text"
import { choiceIn } from "../../keyboard/choice-key"
import { Key } from "../../keyboard/key"
import { SECTION_KEYS } from "../../keyboard/shortcuts"
import { useKeys } from "../../keyboard/use-keys"
import { nextPlace, placeOfDeed, useSectionEntry } from "../section-entry"
import type { DrawnProps } from "../drawn-props"
import { Agreed } from "./agreed"

const ResolveLine = lazy(() => import("./resolve-line"))

/**
 * Goes to a line of the task that is marked from anywhere in the sheet, and on to
 * the next, also to that of another order.
 */
const [KEY] = SECTION_KEYS.shortage.keys
const LINE = "[data-short-line]"

/** What stock does not cover, since when, where the rest is, and what was agreed. */
const ShortageSection = ({
  data: { order_id, preference, lines, is_back, agreed },
  taskIds,
  order,
  timeZone,
}: DrawnProps<AdminShortageSection>) => {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  const sheet = useRef<Element | null>(null)
  useEffect(() => {
    sheet.current = list.current?.closest("[role=dialog]") ?? null
  }, [lines.length])
  const enter = (outcome: string) => {
    const lines = linesIn(list.current)
    const line =
      lines.find((one) => placeOfDeed(one, outcome)) ?? nextPlace(lines)
    // What is yet to be drawn is entered then.
    const isThere = !choiceIn(line) || placeOfDeed(line, outcome) !== null
    enterLine(line, outcome)
    return isThere
  }
  const goOn = () => {
    const lines = linesIn(sheet.current)
    // Each section hears the key; the first one goes on for all.
    if (lines[0] && list.current?.contains(lines[0])) {
      enterLine(nextPlace(lines))
    }
  }
  useKeys({ [KEY]: goOn }, sheet)
  useSectionEntry("shortage", lines.length > 0 ? taskIds : [], enter)
  return (
    <Section
      title={t("shortage.title")}
      order={order}
      aside={
        <span className="flex items-center gap-x-3">
          {preference && (
            <Badge size="2xsmall" color="blue">
              {t(`offer.prefers_${preference}`)}
            </Badge>
          )}
          {lines.length > 0 && <Key name={KEY} />}
        </span>
      }
    >
      {lines.length === 0 ? (
        (is_back || agreed.length === 0) && (
          <p className="txt-compact-small text-ui-fg-subtle">
            {t(is_back ? "shortage.all" : "shortage.none")}
          </p>
        )
      ) : (
        <ul ref={list} className="flex flex-col gap-y-4">
          {lines.map((line) => (
            <ShortLine
              key={line.line_item_id}
              orderId={order_id}
              line={line}
              agreed={agreed.filter(
                ({ line_item_id }) => line_item_id === line.line_item_id
              )}
              timeZone={timeZone}
            />
          ))}
        </ul>
      )}
      <Agreed
        named
        agreed={agreed.filter(
          ({ line_item_id }) =>
            !lines.some((line) => line.line_item_id === line_item_id)
        )}
        timeZone={timeZone}
      />
    </Section>
  )
}

export default ShortageSection

const linesIn = (place: Element | null): Element[] => [
  ...(place?.querySelectorAll(LINE) ?? []),
]

/**
 * Focuses the first of what may be done about a line.
 *
 * @param outcome - focuses what records it, if there is that
 */
function enterLine(line: Element | undefined, outcome?: string): void {
  const from = document.activeElement
  const enter = () => {
    const first = choiceIn(line)
    const place =
      (first && outcome !== undefined && placeOfDeed(line, outcome)) || first
    place?.focus({ preventScroll: true })
    // The sheet's head stays above it, and would cover it at the edge.
    place?.scrollIntoView({ block: "center" })
    return place !== null
  }
  if (line && !enter()) {
    // It is loaded by itself, and may come later.
    const drawn = new MutationObserver(() => {
      const now = document.activeElement
      // What had the focus may be gone; the sheet has it then.
      const isElsewhere = now !== from && !now?.contains(line)
      if (isElsewhere || enter()) {
        drawn.disconnect()
      }
    })
    drawn.observe(line, { childList: true, subtree: true })
  }
}

/** `1 not on the shelf: “broken” (Ivan Petrenko)` */
function notFoundText(
  t: Text,
  { reported, report }: AdminShortageSection["lines"][number]
): string {
  const found = t("shortage.notFound", { count: reported })
  return [
    report?.reason ? `${found}: “${report.reason}”` : found,
    ...(report?.actor_name ? [`(${report.actor_name})`] : []),
  ].join(" ")
}

const ShortLine = ({
  orderId,
  line,
  agreed,
  timeZone,
}: {
  orderId: string
  line: AdminShortageSection["lines"][number]
  agreed: AdminShortageSection["agreed"]
  timeZone: string
}) => {
  const t = useText()
  const now = useMinute()
  const expected = line.expected_at
    ? t("shortage.expected", {
        date: dateText(t, Date.parse(line.expected_at), timeZone),
      })
    : t("shortage.noDate")
  const facts = [
    ...(line.since
      ? [
          t("shortage.since", {
            time: momentText(t, "when", Date.parse(line.since), now, timeZone),
          }),
        ]
      : []),
    ...(line.reported > 0 ? [notFoundText(t, line)] : []),
    expected,
    ...line.elsewhere.map(({ location_name, units }) =>
      t("shortage.elsewhere", { location: location_name, count: units })
    ),
  ]
  return (
    <li
      data-short-line
      className="txt-compact-small flex flex-col gap-y-1 border-dashed [&:not(:first-child)]:border-t [&:not(:first-child)]:pt-4"
    >
      <div className="flex items-start justify-between gap-x-4">
        <span
          dir="auto"
          className="text-ui-fg-base min-w-0 break-words font-medium"
        >
          {line.title}
          {line.variant_title && ` · ${line.variant_title}`}
        </span>
        <span className="text-ui-tag-red-text shrink-0 tabular-nums">
          {t("shortage.shortOf", { units: line.short_by, count: line.ordered })}
        </span>
      </div>
      <span className="text-ui-fg-subtle break-words">{facts.join(" · ")}</span>
      <Agreed agreed={agreed} timeZone={timeZone} />
      <div className="pt-2">
        <Suspense fallback={null}>
          <ResolveLine
            orderId={orderId}
            lineItemId={line.line_item_id}
            timeZone={timeZone}
          />
        </Suspense>
      </div>
    </li>
  )
}
