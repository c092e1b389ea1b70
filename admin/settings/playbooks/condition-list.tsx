import { Plus, Trash } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import { useId } from "react"
import type {
  AdminFollowUpConditionField,
  Condition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { useCurrencies } from "../../api/references"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { SmallButton } from "../../task/small-button"
import { newCondition } from "./condition"
import { ConditionFields } from "./condition-fields"
import { fieldText } from "./condition-text"

/** Conditions with a heading, and a button to add one. */
export const ConditionList = ({
  title,
  empty,
  conditions,
  fields,
  onChange,
}: {
  title: string
  /** Explains what an empty list means. */
  empty?: string
  conditions: readonly Condition[]
  fields: readonly AdminFollowUpConditionField[]
  onChange: (conditions: Condition[]) => void
}) => {
  const t = useText()
  const titleId = useId()
  const { data: currencies } = useCurrencies()
  return (
    <div
      role="group"
      aria-labelledby={titleId}
      className="flex flex-col items-start gap-y-2"
    >
      <span id={titleId} className="txt-compact-small-plus">
        {title}
      </span>
      {conditions.length === 0 && empty && (
        <span className="txt-compact-small text-ui-fg-subtle">{empty}</span>
      )}
      {conditions.length > 0 && (
        <ul className="flex w-full list-none flex-col gap-y-2">
          {conditions.map((condition, index) => (
            <li
              key={index}
              className="bg-ui-bg-subtle flex items-start justify-between gap-x-2 rounded-lg border px-3 py-2"
            >
              <ConditionFields
                condition={condition}
                field={fields.find(({ field }) => field === condition.field)}
                onChange={(changed) =>
                  onChange(conditions.with(index, changed))
                }
              />
              <IconAction
                className="shrink-0"
                aria-label={t("settings.fields.remove", {
                  name: fieldText(
                    t,
                    condition.field,
                    fields.find(({ field }) => field === condition.field)
                  ),
                })}
                onClick={() => onChange(conditions.toSpliced(index, 1))}
              >
                <Trash />
              </IconAction>
            </li>
          ))}
        </ul>
      )}
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <SmallButton>
            <Plus aria-hidden />
            {t("settings.playbooks.when.add")}
          </SmallButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="start"
          className="max-h-80 overflow-y-auto"
        >
          {fields.map((field) => (
            <DropdownMenu.Item
              key={field.field}
              onSelect={() =>
                onChange([
                  ...conditions,
                  newCondition(field, currencies?.[0] ?? ""),
                ])
              }
            >
              {fieldText(t, field.field, field)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}
