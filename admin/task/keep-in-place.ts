const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"]

let stopKeeping = () => {}

/**
 * Scrolls something to its place, and again whenever what is above it changes
 * its size, until somebody moves, or something else is kept in place.
 */
export function keepInPlace(scroll: () => void, above: Element | null): void {
  stopKeeping()
  scroll()
  if (!above) {
    return
  }
  const growth = new ResizeObserver(() =>
    above.isConnected ? scroll() : stop()
  )
  growth.observe(above)
  const stop = () => {
    growth.disconnect()
    MOVES.forEach((move) => removeEventListener(move, stop, true))
  }
  MOVES.forEach((move) => addEventListener(move, stop, true))
  stopKeeping = stop
}
