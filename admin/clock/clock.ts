import { betterOffset } from "./offset"

/** Short enough not to skip a second; only a new second renders. */
const BEAT_MS = 250

let offset: number | null = null
let beat: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

/** The server's time, in milliseconds since the epoch. */
export function serverNow(): number {
  return Date.now() + (offset ?? 0)
}

/** Sets the clock from an answer's `now`. */
export function learnServerNow(now: string): void {
  const parsed = Date.parse(now)
  if (!Number.isNaN(parsed)) {
    offset = betterOffset(offset, parsed, Date.now())
  }
}

/** The current second: stable until the next one starts. */
export function currentSecond(): number {
  return Math.floor(serverNow() / 1_000) * 1_000
}

/** One interval for the whole page; none while it is hidden. */
export function subscribeToClock(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    document.addEventListener("visibilitychange", followVisibility)
    followVisibility()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      document.removeEventListener("visibilitychange", followVisibility)
      stop()
    }
  }
}

function followVisibility(): void {
  if (document.hidden) {
    stop()
    return
  }
  tell()
  beat ??= setInterval(tell, BEAT_MS)
}

function tell(): void {
  listeners.forEach((listener) => listener())
}

function stop(): void {
  if (beat !== null) {
    clearInterval(beat)
    beat = null
  }
}
