import {
  Container,
  Heading,
  Hint,
  IconButton,
  Select,
  Text as Paragraph,
  toast,
} from "@medusajs/ui"
import { ArrowUpMini, XMarkMini } from "@medusajs/icons"
import { useState } from "react"
import type { AdminPinnedVariant } from "../../src/api/admin/shortages/types"
import { isForbidden } from "../api/client"
import { usePinAlternatives, usePins } from "../api/pins"
import { cautionText } from "../desk/shortage/reason-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { FindVariant } from "./find-variant"
import { ImportPins } from "./import-pins"
import { nameOfVariant } from "./name-of-variant"

/** What the shop offers when a variant of a product is out of stock. */
const PinnedAlternatives = ({ productId }: { productId: string }) => {
  const t = useText()
  const { data, error } = usePins(productId)
  const [chosen, setChosen] = useState<string>()
  if (isForbidden(error) || data?.pins.length === 0) {
    return null
  }
  const variant =
    data?.pins.find(({ variant_id }) => variant_id === chosen) ??
    data?.pins.find(({ replacements }) => replacements.length > 0) ??
    data?.pins.at(0)
  return (
    <Container
      role="group"
      aria-label={t("pins.title")}
      className="divide-y p-0"
    >
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("pins.title")}</Heading>
        <Paragraph size="small" className="text-ui-fg-subtle">
          {t("pins.hint")}
        </Paragraph>
        {error && (
          <Hint variant="error" role="alert">
            {refusalText(t, error)}
          </Hint>
        )}
      </div>
      {data && variant && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          {data.pins.length > 1 && (
            <Select
              size="small"
              value={variant.variant_id}
              onValueChange={setChosen}
            >
              <Select.Trigger aria-label={t("pins.variant")}>
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {data.pins.map((one) => (
                  <Select.Item key={one.variant_id} value={one.variant_id}>
                    {one.variant_title ?? one.sku ?? one.variant_id}
                    {one.replacements.length > 0 &&
                      ` (${one.replacements.length})`}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          )}
          <Pins key={variant.variant_id} variant={variant} />
        </div>
      )}
      <ImportPins />
    </Container>
  )
}

export default PinnedAlternatives

const Pins = ({ variant }: { variant: AdminPinnedVariant }) => {
  const t = useText()
  const pinning = usePinAlternatives()
  const { variant_id, replacements } = variant
  const ids = replacements.map((one) => one.variant_id)
  const pin = (replacement_variant_ids: string[]) =>
    pinning.mutate(
      { variant_id, replacement_variant_ids },
      { onSuccess: () => toast.success(t("pins.saved")) }
    )
  return (
    <>
      {replacements.length === 0 ? (
        <Paragraph size="small" className="text-ui-fg-subtle">
          {t("pins.none")}
        </Paragraph>
      ) : (
        <ol className="flex flex-col gap-y-2">
          {replacements.map((one, at) => (
            <li
              key={one.variant_id}
              className="txt-compact-small flex items-center gap-x-2"
            >
              <span className="flex min-w-0 flex-1 flex-col gap-y-1 break-words">
                <span dir="auto">{nameOfVariant(one)}</span>
                {one.cautions.length > 0 && (
                  <span className="text-ui-tag-orange-text">
                    {t("pins.notShown", { why: cautionText(t, one) })}
                  </span>
                )}
              </span>
              {at > 0 && (
                <IconButton
                  size="small"
                  variant="transparent"
                  aria-label={t("pins.first", { title: one.title })}
                  disabled={pinning.isPending}
                  onClick={() =>
                    pin([
                      one.variant_id,
                      ...ids.filter((id) => id !== one.variant_id),
                    ])
                  }
                >
                  <ArrowUpMini />
                </IconButton>
              )}
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("pins.remove", { title: one.title })}
                disabled={pinning.isPending}
                onClick={() => pin(ids.filter((id) => id !== one.variant_id))}
              >
                <XMarkMini />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      {pinning.error && (
        <Hint variant="error" role="alert">
          {refusalText(t, pinning.error)}
        </Hint>
      )}
      <FindVariant
        without={[variant_id, ...ids]}
        onFound={(id) => pin([...ids, id])}
      />
    </>
  )
}
