/** A place in the list. */
export type Place = {
  id: string
  /** It is no longer in the list, and shown until it can go unnoticed. */
  gone: boolean
}

/**
 * How the list is being used:
 * - `free`: nobody is in it, so it may be put in order
 * - `keys`: the keyboard is at a row; what lies above it stays
 * - `pointer`: the pointer is over it; nothing under it may move
 */
export type Hold = "free" | "keys" | "pointer"

export type Arrangement = {
  places: Place[]
  /** Arrived, and not shown yet because rows would move. */
  held: string[]
}

type Arrange = {
  /** What is shown now; null for a list that was not shown before. */
  shown: readonly Place[] | null
  /** What the server says, in its order. */
  latest: readonly string[]
  hold: Hold
  /** The row that the keyboard is at, or whose call sheet is open. */
  anchor: string | null
}

/**
 * Puts the latest list into the one that is shown, without taking anything
 * from under somebody's hand.
 *
 * While the list is in use, rows keep their places, and those that left it stay
 * behind, greyed. A row that arrives takes its right place only where that
 * moves nothing in use: below the keyboard's row, or, under a pointer, at the
 * end. Otherwise it is held until the list is free or somebody asks for it.
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
    if (at >= firstFreePlace(places, hold, anchor)) {
      places.splice(at, 0, { id, gone: false })
      known.add(id)
    } else {
      held.push(id)
    }
  })
  return { places, held }
}

/**
 * Takes away what is gone, but for `except`: the row that was just finished
 * stays to be seen until the next one is.
 */
export function withoutGone(
  places: readonly Place[],
  except: string | null
): Place[] {
  return places.filter(({ id, gone }) => !gone || id === except)
}

/** What had gone before, below the keyboard's row: taking it moves nothing above. */
function withoutOldBelow(
  places: readonly Place[],
  anchor: string | null
): readonly Place[] {
  const anchored = places.findIndex(({ id }) => id === anchor)
  return anchored < 0
    ? places
    : places.filter(({ gone }, at) => !gone || at <= anchored)
}

/** Behind the nearest row that is shown of those that come before it. */
function placeFor(places: readonly Place[], before: readonly string[]): number {
  const earlier = new Set(before)
  let at = places.findLastIndex(({ id }) => earlier.has(id)) + 1
  while (places[at]?.gone) {
    at += 1
  }
  return at
}

/** From where on rows may move. */
function firstFreePlace(
  places: readonly Place[],
  hold: Hold,
  anchor: string | null
): number {
  const anchored = places.findIndex(({ id }) => id === anchor)
  return hold === "keys" && anchored >= 0 ? anchored + 1 : places.length
}
