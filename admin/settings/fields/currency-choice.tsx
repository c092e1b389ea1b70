import { useCurrencies } from "../../api/references"
import { useText } from "../../i18n/use-text"
import { Choice } from "./choice"

/** A select with the store's currencies. */
export const CurrencyChoice = ({
  code,
  onChange,
}: {
  code: string | null
  onChange: (code: string) => void
}) => {
  const t = useText()
  const { data } = useCurrencies()
  const codes = [...new Set([...(data ?? []), ...(code ? [code] : [])])]
  return (
    <Choice
      label={t("settings.fields.currency")}
      value={code || null}
      placeholder={t("settings.fields.currency")}
      choices={codes.map((code) => ({
        value: code,
        label: code.toUpperCase(),
      }))}
      onChange={onChange}
    />
  )
}
