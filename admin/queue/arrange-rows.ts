/** A row's place in the list. */
export type Place = {
  id: string
  /** No longer in the list; shown until removing it moves nothing in use. */
  gone: boolean
}

/**
 * How the list is being used:
 * - `free`: not in use, so it may be reordered
 * - `keys`: a row has keyboard focus; rows above it must not move
 * - `pointer`: the pointer is over it; no row may move
 */
export type Hold = "free" | "keys" | "pointer"

export type Arrangement = {
  places: Place[]
  /** New rows that are not shown yet, because they would move others. */
  held: string[]
}

type Arrange = {
  /** The rows shown now; null for a list not shown before. */
  shown: readonly Place[] | null
  /** The server's list, in its order. */
  latest: readonly string[]
  hold: Hold
  /** The row with keyboard focus, or whose call sheet is open. */
  anchor: string | null
}

/**
 * Merges the latest list into the rows shown, without moving rows in use.
 *
 * While the list is in use, rows keep their places, and rows that left it stay,
 * greyed out. A new row goes to its correct place only if that moves nothing in
 * use: below the row with keyboard focus, or, under a pointer, at the end.
 * Otherwise it is held until the list is free or the user asks for it.
 */
export function arrangeRows({
  shown,
  latest,
  hold,
  anchor,
}: Arrange): Arrangement {
  if (shown === null || hold === "free") {
    return { places: latest.map((id) => ({ id, gone: false })), held: [] }
  }
  const present = new Set(latest)
  const places = (hold === "keys" ? withoutOldBelow(shown, anchor) : shown).map(
    ({ id }) => ({ id, gone: !present.has(id) })
  )
  const known = new Set(places.map(({ id }) => id))
  const held: string[] = []

  latest.forEach((id, index) => {
    if (known.has(id)) {
      return
    }
    const at = placeFor(places, latest.slice(0, index))
    // What the user is at is shown, whatever it moves: an undone call is back.
    if (id === anchor || at >= firstFreePlace(places, hold, anchor)) {
      places.splice(at, 0, { id, gone: false })
      known.add(id)
    } else {
      held.push(id)
    }
  })
  return { places, held }
}

/**
 * Removes rows that are gone, except `except`: the row just finished stays
 * visible until the next one is finished.
 */
export function withoutGone(
  places: readonly Place[],
  except: string | null
): Place[] {
  return places.filter(({ id, gone }) => !gone || id === except)
}

/** Removes rows below the anchor that had left before; nothing above moves. */
function withoutOldBelow(
  places: readonly Place[],
  anchor: string | null
): readonly Place[] {
  const anchored = places.findIndex(({ id }) => id === anchor)
  return anchored < 0
    ? places
    : places.filter(({ gone }, at) => !gone || at <= anchored)
}

/** The index after the last shown row that precedes it in the latest list. */
function placeFor(places: readonly Place[], before: readonly string[]): number {
  const earlier = new Set(before)
  let at = places.findLastIndex(({ id }) => earlier.has(id)) + 1
  while (places[at]?.gone) {
    at += 1
  }
  return at
}

/** The first index where a row can be inserted. */
function firstFreePlace(
  places: readonly Place[],
  hold: Hold,
  anchor: string | null
): number {
  const anchored = places.findIndex(({ id }) => id === anchor)
  return hold === "keys" && anchored >= 0 ? anchored + 1 : places.length
}
