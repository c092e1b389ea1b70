import { useRef, useState } from "react"
import type {
  AdminAlternative,
  AdminShortageOffer,
  AdminShortageWay,
} from "../../../src/api/admin/shortages/types"
import { useAlternatives, useOffers } from "../../api/shortages"
import { useText } from "../../i18n/use-text"
import { choiceIn } from "../../keyboard/choice-key"
import { AgreeWay } from "./agree-way"
import AlternativeList, { wayText } from "./alternative-list"
import { OpenOffer } from "./open-offer"
import { Picked } from "./picked"
import { usePicked } from "./use-picked"

/**
 * What an agent does about a short line, with the customer on the phone: agrees
 * on what needs no other item, or picks alternatives, whose units are then held
 * until the customer answers.
 */
const ResolveLine = ({
  orderId,
  lineItemId,
  timeZone,
}: {
  orderId: string
  lineItemId: string
  timeZone: string
}) => {
  const t = useText()
  const offers = useOffers(orderId)
  const proposed = useAlternatives(orderId, lineItemId)
  const [way, setWay] = useState<AdminShortageWay | null>(null)
  const [picked, setPicked] = usePicked(lineItemId, proposed.data)
  /** Something is in hand since the sheet was opened, and what opens takes the focus. */
  const [isNew, setIsNew] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const ofLine = (offers.data ?? []).filter(
    ({ line_item_id }) => line_item_id === lineItemId
  )
  const open = ofLine.find(({ status }) => status === "open")
  const leave = () => place.current?.focus({ preventScroll: true })
  /** The button that had the focus is gone. */
  const closeWay = (focus: () => void) => {
    setWay(null)
    requestAnimationFrame(focus)
  }
  const pick = (alternative: AdminAlternative) => {
    setIsNew(true)
    setPicked([
      ...picked.filter(
        (one) => one.alternative.variant_id !== alternative.variant_id
      ),
      { alternative },
    ])
  }
  return (
    <div
      ref={place}
      tabIndex={-1}
      className="flex flex-col gap-y-3 outline-none"
    >
      {open ? (
        <OpenOffer
          offer={open}
          timeZone={timeZone}
          takesFocus={isNew}
          onLeave={leave}
        />
      ) : way ? (
        <AgreeWay
          orderId={orderId}
          lineItemId={lineItemId}
          way={way}
          text={wayText(t, way, timeZone)}
          onAgreed={() => closeWay(leave)}
          onBack={() => closeWay(() => choiceIn(place.current)?.focus())}
        />
      ) : (
        <>
          <LastAnswer offer={ofLine[0]} />
          {picked.length > 0 && proposed.data && (
            <Picked
              orderId={orderId}
              lineItemId={lineItemId}
              units={proposed.data.units}
              currencyCode={proposed.data.currency_code}
              picked={picked}
              takesFocus={isNew}
              onChange={setPicked}
              onHold={() => setIsNew(true)}
              onLeave={leave}
            />
          )}
          <AlternativeList
            orderId={orderId}
            lineItemId={lineItemId}
            timeZone={timeZone}
            onPick={pick}
            onWay={setWay}
            onLeave={leave}
          />
        </>
      )}
    </div>
  )
}

export default ResolveLine

/** What became of the last offer, if the customer is to be called about it. */
const LastAnswer = ({ offer }: { offer: AdminShortageOffer | undefined }) => {
  const t = useText()
  const said =
    offer?.status === "expired"
      ? t("offer.expired")
      : offer?.end_reason
        ? t("offer.overtaken")
        : offer?.answer === "refuse" || offer?.answer === "another"
          ? t(`offer.said_${offer.answer}`)
          : null
  return said ? (
    <p className="txt-compact-small text-ui-tag-orange-text break-words">
      {said}
      {offer?.note && (
        <>
          {" "}
          <bdi>“{offer.note}”</bdi>
        </>
      )}
    </p>
  ) : null
}
