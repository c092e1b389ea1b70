import { Plus, XMarkMini } from "@medusajs/icons"
import { Switch } from "@medusajs/ui"
import type { SafeOrders } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useCurrencies } from "../../api/references"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { SmallButton } from "../../task/small-button"
import { Check } from "../fields/check"
import { NumberInput } from "../fields/number-input"
import { Sentence } from "../fields/sentence"
import { SectionFrame } from "../section-frame"
import type { SectionProps } from "./sections"
import { without } from "./without"
import { SAFE_ORDER_CHECKS } from "./words"

const OFF: SafeOrders = {
  enabled: false,
  checks: [...SAFE_ORDER_CHECKS],
  totals_below: {},
  audit_percent: 10,
}

/** Which orders are confirmed without a call; off by default. */
export const SafeOrdersSection = ({
  definition: { safe_orders },
  wrong,
  onChange,
}: SectionProps) => {
  const t = useText()
  const safe = safe_orders ?? OFF
  const set = (change: Partial<SafeOrders>) =>
    onChange({ safe_orders: { ...safe, ...change } })
  return (
    <SectionFrame
      title={t("settings.playbooks.sections.safeOrders")}
      summary={t(
        safe.enabled
          ? "settings.playbooks.safe.on"
          : "settings.playbooks.safe.off"
      )}
      wrong={wrong}
      aside={
        <Switch
          className="shrink-0"
          aria-label={t("settings.playbooks.sections.safeOrders")}
          checked={safe.enabled}
          onCheckedChange={(enabled) => set({ enabled })}
        />
      }
    >
      {safe.enabled && (
        <>
          <fieldset className="flex flex-col gap-y-2">
            <legend className="txt-compact-small-plus pb-2">
              {t("settings.playbooks.safe.all")}
            </legend>
            {SAFE_ORDER_CHECKS.map((check) => (
              <Check
                key={check}
                label={t(`settings.playbooks.safe.checks.${check}`)}
                checked={safe.checks.includes(check)}
                onChange={(checked) =>
                  set({
                    checks: SAFE_ORDER_CHECKS.filter((other) =>
                      other === check ? checked : safe.checks.includes(other)
                    ),
                  })
                }
              />
            ))}
          </fieldset>
          <TotalsBelow
            totals={safe.totals_below}
            onChange={(totals_below) => set({ totals_below })}
          />
          <Sentence
            text={t("settings.playbooks.safe.audit")}
            blanks={{
              percent: (
                <NumberInput
                  label={t("settings.playbooks.safe.auditPercent")}
                  value={safe.audit_percent}
                  min={0}
                  max={100}
                  onChange={(audit_percent) => set({ audit_percent })}
                />
              ),
            }}
          />
        </>
      )}
    </SectionFrame>
  )
}

/** An order in a currency that is not listed is never safe. */
const TotalsBelow = ({
  totals,
  onChange,
}: {
  totals: SafeOrders["totals_below"]
  onChange: (totals: SafeOrders["totals_below"]) => void
}) => {
  const t = useText()
  const { data: currencies } = useCurrencies()
  const listed = Object.keys(totals)
  const others = (currencies ?? []).filter((code) => !listed.includes(code))
  return (
    <div
      role="group"
      aria-label={t("settings.playbooks.safe.totals")}
      className="flex flex-col gap-y-2"
    >
      <span className="txt-compact-small-plus">
        {t("settings.playbooks.safe.totals")}
      </span>
      {listed.length === 0 && (
        <span className="txt-compact-small text-ui-fg-subtle">
          {t("settings.playbooks.safe.noTotals")}
        </span>
      )}
      {Object.entries(totals).map(([code, total]) => (
        <div key={code} className="txt-compact-small flex items-center gap-x-2">
          <NumberInput
            label={t("settings.playbooks.safe.totalIn", {
              currency: code.toUpperCase(),
            })}
            fractions
            min={0.01}
            value={total > 0 ? total : null}
            className="w-28"
            onChange={(amount) => onChange({ ...totals, [code]: amount })}
          />
          <span>{code.toUpperCase()}</span>
          <IconAction
            aria-label={t("settings.fields.remove", {
              name: code.toUpperCase(),
            })}
            onClick={() => onChange(without(totals, code))}
          >
            <XMarkMini />
          </IconAction>
        </div>
      ))}
      {others.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {others.map((code) => (
            <SmallButton
              key={code}
              onClick={() => onChange({ ...totals, [code]: 0 })}
            >
              <Plus aria-hidden />
              {code.toUpperCase()}
            </SmallButton>
          ))}
        </div>
      )}
    </div>
  )
}
