import type {
  AdminAlternative,
  AdminAlternativesResponse,
} from "../../../src/api/admin/shortages/types"
import { moneyText } from "../../../src/money"
import type { Text } from "../../i18n/use-text"

/**
 * Why a variant is offered, in words: "same volume and material, 50 UAH dearer,
 * 14 in stock".
 *
 * @param count - the units that are short
 */
export function reasonText(
  t: Text,
  { reasons, answers, units }: AdminAlternative,
  count: number,
  currencyCode: string
): string {
  const same = reasons.flatMap((reason) =>
    reason.code === "same_quantity"
      ? [t.of("same", reason.dimension)]
      : reason.code === "same_trait"
        ? [t.of("same", reason.trait)]
        : []
  )
  const asked = answers.accepted + answers.refused
  return [
    ...reasons.flatMap((reason) =>
      reason.code === "pinned" ? [t("alternatives.pinned")] : []
    ),
    ...(same.length > 0
      ? [
          t("alternatives.same", {
            list: new Intl.ListFormat(t.locale).format([...new Set(same)]),
          }),
        ]
      : reasons.some(({ code }) => code === "same_type")
        ? [t("alternatives.sameKind")]
        : []),
    ...(units === count ? [] : [t("alternatives.inPlace", { units, count })]),
    ...reasons.flatMap((reason) =>
      reason.code === "price_difference"
        ? [priceText(t, reason.amount, currencyCode)]
        : reason.code === "in_stock"
          ? [t("alternatives.inStock", { count: reason.units })]
          : []
    ),
    ...(asked > 0
      ? [
          t("alternatives.answers", {
            accepted: answers.accepted,
            count: asked,
          }),
        ]
      : []),
  ].join(", ")
}

function priceText(t: Text, amount: number, currencyCode: string): string {
  if (amount === 0) {
    return t("alternatives.samePrice")
  }
  return t(amount > 0 ? "alternatives.dearer" : "alternatives.cheaper", {
    amount: moneyText(Math.abs(amount), currencyCode, t.locale),
  })
}

type Cautioned = {
  cautions: readonly AdminAlternativesResponse["pinned_out"][number]["cautions"][number][]
}

/** What speaks against what an agent sought, or the shop has pinned. */
export const cautionText = (t: Text, { cautions }: Cautioned): string =>
  cautions
    .map((caution) =>
      caution.code === "attribute_differs"
        ? t("cautions.attribute_differs", { attribute: caution.attribute })
        : t(`cautions.${caution.code}`)
    )
    .join(", ")
