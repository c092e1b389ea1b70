import { XMarkMini } from "@medusajs/icons"
import { Combobox } from "@medusajs/dashboard/components"
import type { ComponentProps } from "react"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"

export type Pickable = {
  id: string
  name: string
  /** A note shown before it is selected. */
  note?: string
}

type PickerProps = Pick<
  ComponentProps<typeof Combobox>,
  "searchValue" | "onSearchValueChange" | "fetchNextPage" | "isFetchingNextPage"
> & {
  label: string
  chosen: readonly Pickable[]
  found: readonly Pickable[]
  failed?: boolean
  onChange: (ids: string[]) => void
}

/**
 * A multi-select: the selected items, and a field to add others. The
 * dashboard's own field shows only how many are selected, and its remove
 * buttons have no accessible name.
 */
export const Picker = ({
  label,
  chosen,
  found,
  failed = false,
  onChange,
  ...search
}: PickerProps) => {
  const t = useText()
  const ids = chosen.map(({ id }) => id)
  return (
    <div
      role="group"
      aria-label={label}
      className="flex min-w-0 flex-wrap items-center gap-1"
    >
      {chosen.map(({ id, name }) => (
        <span
          key={id}
          className={`${TOUCH_HEIGHT} bg-ui-bg-component shadow-borders-base txt-compact-small text-ui-fg-base inline-flex h-7 min-w-0 items-center gap-x-0.5 rounded-md pl-2 pr-0.5`}
        >
          <span className="truncate">{name}</span>
          <button
            type="button"
            aria-label={t("settings.fields.remove", { name })}
            onClick={() => onChange(ids.filter((other) => other !== id))}
            className="text-ui-fg-muted hover:text-ui-fg-subtle focus-visible:shadow-borders-focus flex size-6 shrink-0 items-center justify-center rounded outline-none max-lg:size-9"
          >
            <XMarkMini />
          </button>
        </span>
      ))}
      <div className="w-56 max-lg:[&_[role=option]]:min-h-10">
        <Combobox<string[]>
          aria-label={label}
          // Its parts take its height: `min-height` would not reach them.
          className="h-7 max-lg:h-10"
          placeholder={t("settings.fields.add")}
          // Selected items are shown beside the field, not in its list.
          value={[]}
          options={found
            .filter(({ id }) => !ids.includes(id))
            .map(({ id, name, note }) => ({
              value: id,
              label: note ? `${name} · ${note}` : name,
            }))}
          noResultsPlaceholder={
            failed && (
              <p className="txt-compact-small text-ui-fg-subtle px-2 py-1.5">
                {t("settings.fields.listError")}
              </p>
            )
          }
          onChange={(added = []) => onChange([...ids, ...added])}
          {...search}
        />
      </div>
    </div>
  )
}
