import { useState } from "react"
import { Picker, type Pickable } from "./picker"

/** From here on, looking for a name takes longer than typing it. */
const SEARCHED_FROM = 8

/** Some of a list that is all here. */
export const ListPicker = ({
  label,
  choices,
  ids,
  failed,
  onChange,
}: {
  label: string
  choices: readonly Pickable[]
  ids: readonly string[]
  failed?: boolean
  onChange: (ids: string[]) => void
}) => {
  const [search, setSearch] = useState("")
  const wanted = search.trim().toLowerCase()
  return (
    <Picker
      label={label}
      chosen={ids.map(
        (id) => choices.find((choice) => choice.id === id) ?? { id, name: id }
      )}
      found={choices.filter(({ name }) => name.toLowerCase().includes(wanted))}
      failed={failed}
      search={choices.length >= SEARCHED_FROM ? search : null}
      onSearch={setSearch}
      onChange={onChange}
    />
  )
}
