import { useSyncExternalStore } from "react"
import { currentSecond, subscribeToClock } from "./clock"

/** The server's time, to the second; renders every second. */
export const useNow = (): number =>
  useSyncExternalStore(subscribeToClock, currentSecond)

/** Like `useNow`, but renders only every minute. */
export const useMinute = (): number =>
  useSyncExternalStore(
    subscribeToClock,
    () => Math.floor(currentSecond() / 60_000) * 60_000
  )
