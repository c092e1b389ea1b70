import { Picker, type Pickable } from "./picker"

/** Selects from a fully loaded list. */
export const ListPicker = ({
  choices,
  ids,
  ...props
}: {
  label: string
  choices: readonly Pickable[]
  ids: readonly string[]
  failed?: boolean
  onChange: (ids: string[]) => void
}) => (
  <Picker
    chosen={ids.map(
      (id) => choices.find((choice) => choice.id === id) ?? { id, name: id }
    )}
    found={choices}
    {...props}
  />
)
