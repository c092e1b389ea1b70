import { Hint, Select } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import type {
  AdminAlternative,
  AdminOfferAlternatives,
} from "../../../src/api/admin/shortages/types"
import { moneyText } from "../../../src/money"
import { useOfferAlternatives } from "../../api/shortages"
import { useText, type Text } from "../../i18n/use-text"
import { ChoiceKey } from "../../keyboard/choice-key"
import { useSettledSinceShown } from "../../keyboard/settles-after"
import { useChoices } from "../../keyboard/use-choices"
import { refusalText } from "../../refusals/refusal-text"
import { nameOfVariant } from "../../shortage/name-of-variant"
import { SmallButton } from "../../task/small-button"
import { useIsMain } from "../main-of-section"
import { doneAs } from "../section-entry"
import { REPLACED } from "./alternative-list"

export type PickedAlternative = {
  alternative: AdminAlternative
  /** Until the agent chooses one, the lower of the two. */
  price?: "listed" | "matched"
}

/** The alternatives that the agent has picked, before their units are held. */
export const Picked = ({
  orderId,
  lineItemId,
  units,
  currencyCode,
  picked,
  takesFocus,
  onChange,
  onHold,
  onLeave,
}: {
  orderId: string
  lineItemId: string
  units: number
  currencyCode: string
  picked: readonly PickedAlternative[]
  /** Whether something was picked since the sheet was opened. */
  takesFocus: boolean
  onChange: (picked: PickedAlternative[]) => void
  onHold: () => void
  /** Escape was pressed in it. */
  onLeave: () => void
}) => {
  const t = useText()
  const hold = useRef<HTMLButtonElement>(null)
  const { mutateAsync, isPending, error } = useOfferAlternatives(orderId)
  const isMain = useIsMain(true)
  const choices = useChoices<HTMLDivElement>(
    onLeave,
    useSettledSinceShown(),
    isPending
  )
  useEffect(() => {
    if (takesFocus) {
      hold.current?.focus()
    }
  }, [picked.length, takesFocus])
  const body: AdminOfferAlternatives = {
    line_item_id: lineItemId,
    units,
    alternatives: picked.map(({ alternative, price }) => ({
      variant_id: alternative.variant_id,
      quantity: alternative.units,
      location_id: alternative.location_id,
      price,
    })),
  }
  return (
    <div
      {...choices}
      tabIndex={-1}
      className="group/choices shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-3 outline-none"
    >
      <ul className="flex flex-col gap-y-3" aria-label={t("offer.picked")}>
        {picked.map((one) => (
          <PickedRow
            key={one.alternative.variant_id}
            picked={one}
            currencyCode={currencyCode}
            onPrice={(price) =>
              onChange(
                picked.map((each) => (each === one ? { ...one, price } : each))
              )
            }
            onRemove={() => onChange(picked.filter((each) => each !== one))}
          />
        ))}
      </ul>
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
      <SmallButton
        ref={hold}
        {...doneAs(REPLACED)}
        variant={isMain ? "primary" : "secondary"}
        className="self-start"
        isLoading={isPending}
        onClick={() => {
          onHold()
          // By then the offer is shown in its place.
          void mutateAsync(body).then(
            () => onChange([]),
            () => undefined
          )
        }}
      >
        {t("offer.hold")}
        <ChoiceKey digit={1} onDark={isMain} />
      </SmallButton>
    </div>
  )
}

const PickedRow = ({
  picked: { alternative, price },
  currencyCode,
  onPrice,
  onRemove,
}: {
  picked: PickedAlternative
  currencyCode: string
  onPrice: (price: "listed" | "matched") => void
  onRemove: () => void
}) => {
  const t = useText()
  const name = `${alternative.units} × ${nameOfVariant(alternative)}`
  return (
    <li className="txt-compact-small flex flex-col gap-y-2">
      <div className="flex items-center justify-between gap-x-4">
        <span dir="auto" className="text-ui-fg-base break-words font-medium">
          {name}
        </span>
        <SmallButton
          variant="transparent"
          aria-label={`${t("offer.leaveOut")}: ${name}`}
          onClick={onRemove}
        >
          {t("offer.leaveOut")}
        </SmallButton>
      </div>
      <Select
        size="small"
        value={
          price ?? (alternative.price_difference > 0 ? "matched" : "listed")
        }
        onValueChange={(value) =>
          onPrice(value === "matched" ? "matched" : "listed")
        }
      >
        <Select.Trigger aria-label={`${t("offer.price")}: ${name}`}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value="listed">
            {listedText(t, alternative, currencyCode)}
          </Select.Item>
          <Select.Item value="matched">
            {t("offer.matched", {
              amount: moneyText(
                alternative.total - alternative.price_difference,
                currencyCode,
                t.locale
              ),
            })}
          </Select.Item>
        </Select.Content>
      </Select>
    </li>
  )
}

function listedText(
  t: Text,
  { total, price_difference }: AdminAlternative,
  currencyCode: string
): string {
  const amount = (value: number) => moneyText(value, currencyCode, t.locale)
  return [
    t("offer.listed", { amount: amount(total) }),
    price_difference === 0
      ? t("alternatives.samePrice")
      : t(
          price_difference > 0 ? "alternatives.dearer" : "alternatives.cheaper",
          {
            amount: amount(Math.abs(price_difference)),
          }
        ),
  ].join(", ")
}
