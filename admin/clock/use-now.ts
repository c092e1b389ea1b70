import { useSyncExternalStore } from "react"
import { currentSecond, subscribeToClock } from "./clock"

/** The server's time, to the second; renders again with every new second. */
export const useNow = (): number =>
  useSyncExternalStore(subscribeToClock, currentSecond)

/** As `useNow`, but renders again with every new minute only. */
export const useMinute = (): number =>
  useSyncExternalStore(
    subscribeToClock,
    () => Math.floor(currentSecond() / 60_000) * 60_000
  )
