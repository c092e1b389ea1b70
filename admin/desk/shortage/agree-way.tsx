import { Hint, Input } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type {
  AdminSettleShortage,
  AdminShortageWay,
} from "../../../src/api/admin/shortages/types"
import { useSettleShortage } from "../../api/shortages"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { ChoiceKey } from "../../keyboard/choice-key"
import { useSettledSinceShown } from "../../keyboard/settles-after"
import { useChoices } from "../../keyboard/use-choices"
import { refusalText } from "../../refusals/refusal-text"
import { atNoon } from "../../shortage/supplier-date"
import { SmallButton } from "../../task/small-button"
import { useTellDone } from "../done-in-section"
import { useIsMain } from "../main-of-section"
import { doneAs } from "../section-entry"
import { OUTCOME_OF_WAY } from "./alternative-list"
import { SettlementWords } from "./settlement-words"

/** Carries out what needs no other item, once the customer has agreed. */
export const AgreeWay = ({
  orderId,
  lineItemId,
  way,
  text,
  onAgreed,
  onBack,
}: {
  orderId: string
  lineItemId: string
  way: AdminShortageWay
  text: string
  /** By then the line, and this with it, may be gone. */
  onAgreed: () => void
  onBack: () => void
}) => {
  const t = useText()
  const tell = useTellDone()
  const agree = useRef<HTMLButtonElement>(null)
  const isMain = useIsMain(true)
  const [captures, setCaptures] = useState(false)
  const [day, setDay] = useState(
    way.kind === "wait" ? (way.until?.slice(0, 10) ?? "") : ""
  )
  const { mutateAsync, isPending, error } = useSettleShortage(orderId)
  const choices = useChoices<HTMLDivElement>(
    onBack,
    useSettledSinceShown(),
    isPending
  )
  const body: AdminSettleShortage = {
    line_item_id: lineItemId,
    deed: deedOf(way, day),
    ...(captures && { capture_first: true }),
  }
  // The button that opened this is gone.
  useEffect(() => agree.current?.focus(), [])
  return (
    <div
      {...choices}
      tabIndex={-1}
      className="group/choices shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-3 outline-none"
    >
      <p className="txt-compact-small-plus text-ui-fg-base break-words">
        {text}
      </p>
      {way.kind === "wait" && (
        <Field label={t("forms.optional", { label: t("alternatives.until") })}>
          {(field) => (
            <Input
              {...field}
              size="small"
              type="date"
              max="2099-12-31"
              value={day}
              onChange={({ target }) => setDay(target.value)}
            />
          )}
        </Field>
      )}
      <SettlementWords
        orderId={orderId}
        body={body}
        onCaptureFirst={setCaptures}
      />
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      <div className="flex flex-wrap gap-2">
        <SmallButton
          ref={agree}
          {...doneAs(OUTCOME_OF_WAY[way.kind])}
          variant={isMain ? "primary" : "secondary"}
          isLoading={isPending}
          onClick={() =>
            void mutateAsync(body).then(
              () => {
                tell(t("offer.done"))
                onAgreed()
              },
              () => undefined
            )
          }
        >
          {t("offer.agreed")}
          <ChoiceKey digit={1} onDark={isMain} />
        </SmallButton>
        <SmallButton onClick={onBack}>
          {t("forms.back")}
          <ChoiceKey digit={2} />
        </SmallButton>
      </div>
    </div>
  )
}

/** @param day - until when the customer waits, as a date field has it */
function deedOf(
  way: AdminShortageWay,
  day: string
): AdminSettleShortage["deed"] {
  switch (way.kind) {
    case "other_location":
      return { kind: way.kind, location_id: way.location_id }
    case "wait":
      return { kind: way.kind, until: day === "" ? null : atNoon(day) }
    default:
      return { kind: way.kind, units: way.units }
  }
}
