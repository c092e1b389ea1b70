import { Thumbnail } from "@medusajs/dashboard/components"
import { clx, Hint, Input, Skeleton } from "@medusajs/ui"
import { useId, useState } from "react"
import type {
  AdminAlternative,
  AdminShortageWay,
} from "../../../src/api/admin/shortages/types"
import { moneyText } from "../../../src/money"
import { useAlternatives } from "../../api/shortages"
import { dateText } from "../../clock/moment-text"
import { useText, type Text } from "../../i18n/use-text"
import { ChoiceKey } from "../../keyboard/choice-key"
import { useChoices } from "../../keyboard/use-choices"
import { DIGITS } from "../../keyboard/use-list-keys"
import { refusalText } from "../../refusals/refusal-text"
import { useSettled } from "../../settings/fields/use-settled"
import { nameOfVariant } from "../../shortage/name-of-variant"
import { SmallButton } from "../../task/small-button"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { doneAs } from "../section-entry"
import { cautionText, reasonText } from "./reason-text"

/** After the last letter. */
const SETTLES_MS = 250

/** Choices of most short lines. */
const USUAL = 3

type Props = {
  orderId: string
  lineItemId: string
  timeZone: string
  /** Omitted: the alternatives are shown only. */
  onPick?: (alternative: AdminAlternative) => void
  /** What needs no other item; omitted: shown only. */
  onWay?: (way: AdminShortageWay) => void
  /** Escape was pressed in it. */
  onLeave?: () => void
}

/**
 * What may be done about a short line: what needs no other item first, then what
 * may be offered instead, with the reasons, and a search of the catalogue.
 */
const AlternativeList = ({
  orderId,
  lineItemId,
  timeZone,
  onPick,
  onWay,
  onLeave = () => undefined,
}: Props) => {
  const t = useText()
  const choices = useChoices<HTMLDivElement>(onLeave)
  const [typed, setTyped] = useState("")
  const q = useSettled(typed.trim(), SETTLES_MS)
  const proposed = useAlternatives(orderId, lineItemId)
  const sought = useAlternatives(orderId, lineItemId, q)
  const hintId = useId()
  const ways = proposed.data?.ways ?? []
  const suggested = proposed.data?.alternatives ?? []
  return (
    <div {...choices} className="group/choices flex flex-col gap-y-3">
      {proposed.isPending && (
        <div aria-hidden className="flex flex-col gap-y-2">
          {Array.from({ length: USUAL }, (_, row) => (
            <Skeleton key={row} className="h-7 w-full" />
          ))}
        </div>
      )}
      {ways.length > 0 && (
        <ul className="flex flex-col gap-y-2">
          {ways.map((way, index) => (
            <WayRow
              key={way.kind === "other_location" ? way.location_id : way.kind}
              outcome={OUTCOME_OF_WAY[way.kind]}
              digit={index + 1}
              text={wayText(t, way, timeZone)}
              onPick={onWay && (() => onWay(way))}
            />
          ))}
        </ul>
      )}
      <Alternatives
        name={t("alternatives.title")}
        none={t("alternatives.none")}
        answer={proposed}
        after={ways.length}
        onPick={onPick}
      />
      {!proposed.isPending && (
        <>
          <Input
            size="small"
            className={TOUCH_HEIGHT}
            {...doneAs(REPLACED)}
            role="searchbox"
            autoComplete="off"
            aria-label={t("alternatives.search")}
            aria-describedby={hintId}
            placeholder={`${t("alternatives.search")}: ${t("alternatives.searchHint")}`}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span id={hintId} className="sr-only">
            {t("alternatives.searchHint")}
          </span>
        </>
      )}
      {q !== "" && (
        <Alternatives
          name={t("alternatives.found")}
          none={t("alternatives.notFound")}
          answer={sought}
          after={ways.length + suggested.length}
          onPick={onPick}
        />
      )}
    </div>
  )
}

export default AlternativeList

/** The outcome of the task once that is done. */
export const OUTCOME_OF_WAY: Readonly<
  Record<AdminShortageWay["kind"], string>
> = {
  other_location: "other_location",
  part_delivery: "part_delivery",
  remove: "removed",
  wait: "waits",
}

/** The outcome once another item is taken. */
export const REPLACED = "replaced"

const Alternatives = ({
  name,
  none,
  answer: { data, error },
  after,
  onPick,
}: {
  name: string
  /** Said if there is nothing. */
  none: string
  answer: ReturnType<typeof useAlternatives>
  /** How many choices come before them. */
  after: number
  onPick?: (alternative: AdminAlternative) => void
}) => {
  const t = useText()
  return (
    <>
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      {data && data.alternatives.length > 0 && (
        <ul aria-label={name} className="flex flex-col gap-y-3">
          {data.alternatives.map((alternative, index) => (
            <AlternativeRow
              key={alternative.variant_id}
              digit={after + index + 1}
              alternative={alternative}
              count={data.units}
              currencyCode={data.currency_code}
              onPick={onPick}
            />
          ))}
        </ul>
      )}
      {data && data.pinned_out.length > 0 && (
        <ul className="flex flex-col gap-y-1">
          {data.pinned_out.map((one) => (
            <li
              key={one.variant_id}
              className="txt-compact-small text-ui-fg-subtle break-words"
            >
              {t("alternatives.pinnedOut", {
                title: nameOfVariant(one),
                why: cautionText(t, one),
              })}
            </li>
          ))}
        </ul>
      )}
      {data?.alternatives.length === 0 && (
        <p role="status" className="txt-compact-small text-ui-fg-subtle">
          {none}
        </p>
      )}
    </>
  )
}

/** The row with the focus is marked, however it got it. */
const ROW = "focus-within:bg-ui-bg-highlight -mx-2 rounded-md px-2"

const WayRow = ({
  outcome,
  digit,
  text,
  onPick,
}: {
  outcome: string
  digit: number
  text: string
  onPick?: () => void
}) => {
  const t = useText()
  return (
    <li
      className={clx(
        ROW,
        "txt-compact-small flex items-center justify-between gap-x-4"
      )}
    >
      <span className="text-ui-fg-base min-w-0 break-words">{text}</span>
      {onPick && (
        <SmallButton
          {...doneAs(outcome)}
          className="shrink-0"
          aria-label={`${t("alternatives.offer")}: ${text}`}
          onClick={onPick}
        >
          {t("alternatives.offer")}
          {digit <= DIGITS && <ChoiceKey digit={digit} />}
        </SmallButton>
      )}
    </li>
  )
}

const AlternativeRow = ({
  digit,
  alternative,
  count,
  currencyCode,
  onPick,
}: {
  digit: number
  alternative: AdminAlternative
  count: number
  currencyCode: string
  onPick?: (alternative: AdminAlternative) => void
}) => {
  const t = useText()
  const { title, variant_title, sku, units, total } = alternative
  const caution = cautionText(t, alternative)
  return (
    <li className={clx(ROW, "flex items-start gap-x-3")}>
      <Thumbnail src={alternative.thumbnail} alt="" />
      <div className="txt-compact-small flex min-w-0 flex-1 flex-col gap-y-1">
        <span dir="auto" className="text-ui-fg-base break-words font-medium">
          {units} × {nameOfVariant({ title, variant_title })}
        </span>
        <span className="text-ui-fg-subtle break-words">
          {[
            ...(sku ? [sku] : []),
            reasonText(t, alternative, count, currencyCode),
          ].join(" · ")}
        </span>
        {caution !== "" && (
          <span className="text-ui-tag-orange-text break-words">{caution}</span>
        )}
      </div>
      <div className="flex shrink-0 flex-col items-end gap-y-1">
        <span className="txt-compact-small text-ui-fg-base tabular-nums">
          {moneyText(total, currencyCode, t.locale)}
        </span>
        {onPick && (
          <SmallButton
            {...doneAs(REPLACED)}
            aria-label={`${t("alternatives.offer")}: ${title}`}
            onClick={() => onPick(alternative)}
          >
            {t("alternatives.offer")}
            {digit <= DIGITS && <ChoiceKey digit={digit} />}
          </SmallButton>
        )}
      </div>
    </li>
  )
}

export function wayText(
  t: Text,
  way: AdminShortageWay,
  timeZone: string
): string {
  const date = (instant: string) => dateText(t, Date.parse(instant), timeZone)
  switch (way.kind) {
    case "other_location":
      return [
        t("alternatives.otherLocation", { location: way.location_name }),
        ...(way.expected_at ? [date(way.expected_at)] : []),
        t("alternatives.free", { count: way.units }),
      ].join(" · ")
    case "wait":
      return way.until
        ? t("alternatives.waitUntil", { date: date(way.until) })
        : t("alternatives.wait")
    case "part_delivery":
      return t("alternatives.partDelivery", { count: way.units })
    case "remove":
      return t("alternatives.remove", { count: way.units })
  }
}
