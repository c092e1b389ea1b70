import { XMarkMini } from "@medusajs/icons"
import { Combobox } from "@medusajs/dashboard/components"
import type { ComponentProps } from "react"
import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"

export type Pickable = {
  id: string
  name: string
  /** What is to be known of it before it is chosen. */
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
 * Several of many: those that are chosen, and a field that adds others. The
 * dashboard's own field would say how many are chosen, and not which; its
 * buttons that take one away have no name.
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
          // Its parts are as high as it is: a least height would not reach them.
          className="h-7 max-lg:h-10"
          placeholder={t("settings.fields.add")}
          // What is chosen stands beside the field, and no longer in its list.
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
