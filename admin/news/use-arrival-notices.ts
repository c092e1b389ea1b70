import { useEffect, useRef } from "react"
import { useNavigate } from "react-router-dom"
import { useMyId } from "../api/queries"
import { useText } from "../i18n/use-text"
import { useNoticeSettings } from "./notice-settings"
import type { Watch } from "./watch"

/**
 * Tells of new tasks while no tab of the dashboard is in sight, as this browser
 * is set to.
 *
 * @param revision - of the counts: changes with every change of the queue
 */
export const useArrivalNotices = (revision: string | undefined): void => {
  const t = useText()
  const me = useMyId()
  const navigate = useNavigate()
  const { sound, desktop } = useNoticeSettings()
  const isOn = sound || desktop
  const watch = useRef<Promise<Watch> | null>(null)

  useEffect(() => {
    if (!isOn) {
      return
    }
    let leaveSight: (() => void) | null = null
    const follow = () => {
      leaveSight?.()
      leaveSight = null
      watch.current = document.hidden
        ? import("./watch").then(({ watchArrivals }) => watchArrivals())
        : null
      if (!document.hidden) {
        leaveSight = beInSight()
      }
    }
    document.addEventListener("visibilitychange", follow)
    follow()
    return () => {
      document.removeEventListener("visibilitychange", follow)
      leaveSight?.()
      watch.current = null
    }
  }, [isOn])

  useEffect(() => {
    if (document.hidden && revision !== undefined) {
      const open = (id: string) => void navigate(`/follow-ups?task=${id}`)
      void watch.current?.then((watch) =>
        watch.look({ t, me, open, how: { sound, desktop } })
      )
    }
  }, [revision, t, me, navigate, sound, desktop])
}

/** Held by each tab that can be seen. */
export const IN_SIGHT = "follow-ups-in-sight"

/** @returns how it ends */
function beInSight(): () => void {
  const ended = new AbortController()
  // Missing where the dashboard is served over plain http.
  if ("locks" in navigator) {
    void navigator.locks.request(
      IN_SIGHT,
      { mode: "shared" },
      () =>
        new Promise<void>((resolve) =>
          ended.signal.addEventListener("abort", () => resolve())
        )
    )
  }
  return () => ended.abort()
}
