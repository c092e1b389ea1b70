import { Check, Plus, XMarkMini } from "@medusajs/icons"
import { Button, Popover, Text } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"
import { SearchBox } from "../../task/search-box"

export type Pickable = {
  id: string
  name: string
  /** What is to be known of it before it is chosen. */
  note?: string
}

type PickerProps = {
  label: string
  chosen: readonly Pickable[]
  found: readonly Pickable[]
  /** Null: there is nothing to search. */
  search: string | null
  failed?: boolean
  disabled?: boolean
  onSearch: (search: string) => void
  onChange: (ids: string[]) => void
}

/** Several of many: those that are chosen, and a list to choose from. */
export const Picker = ({
  label,
  chosen,
  found,
  search,
  failed = false,
  disabled,
  onSearch,
  onChange,
}: PickerProps) => {
  const t = useText()
  const ids = chosen.map(({ id }) => id)
  const toggle = (id: string) =>
    onChange(
      ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
    )
  return (
    <span
      role="group"
      aria-label={label}
      className="inline-flex min-w-0 flex-wrap items-center gap-1"
    >
      {chosen.map(({ id, name }) => (
        <span
          key={id}
          className="bg-ui-bg-component shadow-borders-base txt-compact-small text-ui-fg-base inline-flex h-7 min-w-0 items-center gap-x-0.5 rounded-md pl-2 pr-0.5 max-lg:h-10"
        >
          <span className="truncate">{name}</span>
          <button
            type="button"
            disabled={disabled}
            aria-label={t("settings.fields.remove", { name })}
            onClick={() => toggle(id)}
            className="text-ui-fg-muted hover:text-ui-fg-subtle focus-visible:shadow-borders-focus flex size-6 shrink-0 items-center justify-center rounded outline-none max-lg:size-9"
          >
            <XMarkMini />
          </button>
        </span>
      ))}
      <Popover onOpenChange={() => onSearch("")}>
        <Popover.Trigger asChild>
          <Button
            type="button"
            size="small"
            variant="transparent"
            disabled={disabled}
            className="text-ui-fg-subtle max-lg:min-h-10"
          >
            <Plus aria-hidden />
            {t("settings.fields.add")}
            <span className="sr-only">{label}</span>
          </Button>
        </Popover.Trigger>
        <Popover.Content
          align="start"
          aria-label={label}
          className="flex w-72 flex-col gap-y-1 p-1.5 outline-none"
        >
          {search !== null && (
            <SearchBox
              autoFocus
              aria-label={t("settings.fields.search")}
              placeholder={t("settings.fields.search")}
              value={search}
              onChange={(event) => onSearch(event.target.value)}
            />
          )}
          {(failed || found.length === 0) && (
            <Text size="small" className="text-ui-fg-subtle px-2 py-1.5">
              {t(
                failed
                  ? "settings.fields.listError"
                  : "settings.fields.nothingFound"
              )}
            </Text>
          )}
          <ul className="flex max-h-64 list-none flex-col overflow-y-auto">
            {found.map(({ id, name, note }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={ids.includes(id)}
                  onClick={() => toggle(id)}
                  className="txt-compact-small text-ui-fg-base hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex w-full items-center gap-x-2 rounded px-2 py-1.5 text-left outline-none max-lg:min-h-10"
                >
                  <span aria-hidden className="flex size-5 items-center">
                    {ids.includes(id) && <Check />}
                  </span>
                  <span className="min-w-0 truncate">{name}</span>
                  {note && (
                    <span className="txt-compact-xsmall text-ui-fg-subtle ml-auto min-w-0 truncate">
                      {note}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover>
    </span>
  )
}
