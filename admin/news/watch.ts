import type {
  AdminFollowUp,
  AdminFollowUpListResponse,
} from "../../src/api/admin/follow-ups/types"
import { ask } from "../api/client"
import { serverNow } from "../clock/clock"
import type { Text } from "../i18n/use-text"
import { customerName } from "../task/customer-name"
import { arrivals } from "./arrivals"
import type { NoticeSettings } from "./notice-settings"
import { ring } from "./ring"
import { IN_SIGHT } from "./use-arrival-notices"

type Telling = {
  t: Text
  /** Undefined until it is known. */
  me: string | undefined
  open: (id: string) => void
  how: NoticeSettings
}

/** Watches for new tasks since it began. */
export type Watch = { look(telling: Telling): Promise<void> }

/** One tab at a time; those that come after it find what it told. */
const TURN = "follow-ups-notice"

/** What was told last, by any tab of this browser. */
const TOLD = "follow-ups.told"

const NEWEST = { status: ["open", "waiting"], order: "-opened_at" } as const

/** More than arrive between two looks. */
const LIMIT = 50

export function watchArrivals(): Watch {
  const since = serverNow()
  const begun = newest()
    .then((tasks) => new Set(tasks.map(({ id }) => id)))
    .catch(() => new Set<string>())
  return {
    look: async (telling) => {
      const known = await begun
      await inTurn(async () => {
        const told = (localStorage.getItem(TOLD) ?? "").split(" ")
        const fresh = arrivals(await newest(), {
          known: new Set([...known, ...told]),
          since,
          me: telling.me,
        })
        fresh.forEach(({ id }) => known.add(id))
        if (fresh.length === 0 || (await isInSight())) {
          return
        }
        localStorage.setItem(
          TOLD,
          [...fresh.map(({ id }) => id), ...told].slice(0, LIMIT).join(" ")
        )
        tell(fresh, telling)
      })
    },
  }
}

async function newest(): Promise<AdminFollowUp[]> {
  const query = { ...NEWEST, limit: LIMIT }
  return (await ask<AdminFollowUpListResponse>("", query)).follow_ups
}

function tell(
  fresh: readonly AdminFollowUp[],
  { t, open, how }: Telling
): void {
  const [first] = fresh
  if (how.sound) {
    ring()
  }
  if (first && how.desktop && Notification.permission === "granted") {
    const names = [...new Set(fresh.map((task) => customerName(t, task)))]
    const notice = new Notification(
      t("topBar.notices.arrived", { count: fresh.length }),
      // The browser shows one notice of a tag, whichever tab gave it.
      { body: names.join(", "), tag: "follow-ups" }
    )
    notice.onclick = () => {
      window.focus()
      notice.close()
      open(first.id)
    }
  }
}

async function inTurn(act: () => Promise<void>): Promise<void> {
  // Missing where the dashboard is served over plain http.
  await ("locks" in navigator ? navigator.locks.request(TURN, act) : act())
}

/** Whether any tab of the dashboard can be seen. */
async function isInSight(): Promise<boolean> {
  const { held = [] } =
    "locks" in navigator ? await navigator.locks.query() : {}
  return !document.hidden || held.some(({ name }) => name === IN_SIGHT)
}
