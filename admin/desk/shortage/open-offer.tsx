import { Hint } from "@medusajs/ui"
import { useContext, useLayoutEffect, useState } from "react"
import type {
  AdminShortageOffer,
  AdminShortageOfferedAlternative,
} from "../../../src/api/admin/shortages/types"
import {
  useAnswerOffer,
  useChangeOffer,
  useProlongOffer,
  useWithdrawOffer,
} from "../../api/shortages"
import { CopyButton } from "../../call-sheet/copy-button"
import { draftOf, Writing } from "../../call-sheet/writing"
import { momentText } from "../../clock/moment-text"
import { useMinute } from "../../clock/use-now"
import { useText } from "../../i18n/use-text"
import { ChoiceKey } from "../../keyboard/choice-key"
import { useSettledSinceShown } from "../../keyboard/settles-after"
import { useChoices } from "../../keyboard/use-choices"
import { refusalText } from "../../refusals/refusal-text"
import { nameOfVariant } from "../../shortage/name-of-variant"
import { SmallButton } from "../../task/small-button"
import { useTellDone, useTellNoted } from "../done-in-section"
import { useIsMain, useIsSpeaking } from "../main-of-section"
import { doneAs } from "../section-entry"
import { REPLACED } from "./alternative-list"
import { SettlementWords } from "./settlement-words"

/** What is held for the customer, who answers on the phone or by the link. */
export const OpenOffer = ({
  offer,
  timeZone,
  takesFocus,
  onLeave,
}: {
  offer: AdminShortageOffer
  timeZone: string
  /** Whether it was made just now, by the button that is gone. */
  takesFocus: boolean
  /** Escape was pressed in it. */
  onLeave: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const writing = useContext(Writing)
  const tell = useTellDone()
  const note = useTellNoted()
  const answer = useAnswerOffer(offer.id)
  const change = useChangeOffer(offer.id)
  const prolong = useProlongOffer(offer.id)
  const withdraw = useWithdrawOffer(offer.id)
  const isBusy = [answer, change, prolong, withdraw].some(
    ({ isPending }) => isPending
  )
  const choices = useChoices<HTMLDivElement>(
    onLeave,
    useSettledSinceShown(),
    isBusy
  )
  const card = choices.ref
  const isSpeaking = useIsSpeaking()
  // Of several, none is more likely than another.
  const isMain =
    useIsMain(takesFocus || isSpeaking) && offer.alternatives.length === 1
  const [said, setSaid] = useState<string | null>(null)
  // Shown as chosen at once.
  const { capture_first } = change.isPending ? change.variables : offer
  // In a layout effect: a key may be pressed as soon as it is shown.
  useLayoutEffect(() => {
    if (takesFocus) {
      card.current?.focus()
    }
  }, [takesFocus, card])
  const say = (
    said: "accept" | "refuse",
    alternative?: AdminShortageOfferedAlternative
  ) => {
    setSaid(alternative?.id ?? said)
    // By then the line, and this with it, may be gone.
    void answer
      .mutateAsync({ answer: said, alternative_id: alternative?.id })
      .then(
        () => tell(t(said === "accept" ? "offer.done" : "offer.noted")),
        () => undefined
      )
  }
  const error = answer.error ?? change.error ?? prolong.error ?? withdraw.error
  const draft = writing && offer.message ? draftOf(writing.sheet) : null
  const sendsLink = draft !== null
  /** The digit after those of the alternatives. */
  const next = offer.alternatives.length + 1
  const heldText = ({ expires_at }: Pick<AdminShortageOffer, "expires_at">) =>
    t("offer.held", {
      time: momentText(t, "when", Date.parse(expires_at), now, timeZone),
    })
  return (
    <div
      {...choices}
      tabIndex={-1}
      role="group"
      aria-label={heldText(offer)}
      className="group/choices shadow-elevation-card-rest focus-visible:shadow-borders-focus flex flex-col gap-y-3 rounded-lg p-3 outline-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="txt-compact-small-plus text-ui-fg-base">
          {heldText(offer)}
        </p>
        <SmallButton
          variant="transparent"
          disabled={isBusy}
          isLoading={prolong.isPending}
          onClick={() =>
            void prolong.mutateAsync().then(
              ({ offer }) => note(heldText(offer)),
              () => undefined
            )
          }
        >
          {t("offer.prolong")}
        </SmallButton>
      </div>
      <ul className="flex flex-col gap-y-3">
        {offer.alternatives.map((alternative, index) => (
          <li key={alternative.id} className="flex flex-col gap-y-2">
            <span
              dir="auto"
              className="txt-compact-small text-ui-fg-base break-words font-medium"
            >
              {alternative.quantity} × {nameOfVariant(alternative)}
            </span>
            <SettlementWords
              orderId={offer.order_id}
              body={{
                line_item_id: offer.line_item_id,
                ...(capture_first && { capture_first }),
                deed: {
                  kind: "replace",
                  units: offer.units,
                  by: [
                    {
                      variant_id: alternative.variant_id,
                      quantity: alternative.quantity,
                      unit_price: alternative.unit_price,
                      location_id: alternative.location_id,
                      hold_reservation_ids: [],
                    },
                  ],
                },
              }}
              onCaptureFirst={(capture_first) =>
                change.mutate({ capture_first })
              }
            />
            <SmallButton
              {...doneAs(REPLACED)}
              variant={isMain ? "primary" : "secondary"}
              className="self-start"
              disabled={isBusy}
              isLoading={answer.isPending && said === alternative.id}
              aria-label={`${t("offer.accepts")}: ${nameOfVariant(alternative)}`}
              onClick={() => say("accept", alternative)}
            >
              {t("offer.accepts")}
              <ChoiceKey digit={index + 1} onDark={isMain} />
            </SmallButton>
          </li>
        ))}
      </ul>
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {sendsLink && (
          <SmallButton
            onClick={() =>
              writing?.write({
                ...draft,
                subject: offer.subject ?? draft.subject,
                text: offer.message ?? "",
              })
            }
          >
            {t("offer.sendLink")}
            <ChoiceKey digit={next} />
          </SmallButton>
        )}
        {offer.link && <CopyButton text={offer.link} label={t("offer.link")} />}
        <SmallButton disabled={isBusy} onClick={() => say("refuse")}>
          {t("offer.refuses")}
          <ChoiceKey digit={sendsLink ? next + 1 : next} />
        </SmallButton>
        <SmallButton
          disabled={isBusy}
          isLoading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {t("offer.withdraw")}
        </SmallButton>
      </div>
    </div>
  )
}
