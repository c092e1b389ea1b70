import { useSyncExternalStore } from "react"

/** How this browser tells of new orders while the dashboard is not in sight. */
export type NoticeSettings = { sound: boolean; desktop: boolean }

const KEY = "follow-ups.notices"

const OFF: NoticeSettings = { sound: false, desktop: false }

export const useNoticeSettings = (): NoticeSettings =>
  useSyncExternalStore(subscribe, noticeSettings)

let read: { text: string | null; settings: NoticeSettings } = {
  text: null,
  settings: OFF,
}

/** The same object until they change. */
export function noticeSettings(): NoticeSettings {
  const text = localStorage.getItem(KEY)
  if (text !== read.text) {
    read = { text, settings: parse(text) }
  }
  return read.settings
}

export function setNotices(change: Partial<NoticeSettings>): void {
  localStorage.setItem(KEY, JSON.stringify({ ...noticeSettings(), ...change }))
  // The browser tells only the other tabs.
  dispatchEvent(new StorageEvent("storage", { key: KEY }))
}

function parse(text: string | null): NoticeSettings {
  try {
    const stored: Partial<Record<keyof NoticeSettings, unknown>> = JSON.parse(
      text ?? "{}"
    )
    return { sound: stored.sound === true, desktop: stored.desktop === true }
  } catch {
    return OFF
  }
}

function subscribe(changed: () => void): () => void {
  addEventListener("storage", changed)
  return () => removeEventListener("storage", changed)
}
