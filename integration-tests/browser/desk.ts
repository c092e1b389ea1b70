import {
  type Browser,
  type BrowserContext,
  chromium,
  type Dialog,
  type Page,
} from "playwright-core"
import { join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import type { HttpTypes } from "@medusajs/framework/types"
import { freePort } from "../../demo/postgres/connection"
import { root } from "../../demo/root"
import { agents, type Shopper } from "../../demo/seed/people"
import { checkOut, type Checkout, complete } from "../../demo/shopper/order"
import { openStore, type OpenStore } from "../../demo/store"
import { FILL_SHELVES } from "../../demo/store/fill-shelves"
import type {
  AdminFollowUp,
  AdminFollowUpListResponse,
} from "../../src/api/admin/follow-ups/types"
import { findChromium, howToGetChromium } from "../chromium"
import { COURIER_SECRET } from "../shop/courier"
import { ownDatabase } from "../shop/own-database"
import { signIn } from "../shop/sign-in"
import { until } from "../shop/until"
import { TRIED_AGAIN } from "./tried-again"

export type Look = {
  /** The dashboard's language. */
  language?: "en" | "uk" | "ru" | "bg" | "he" | "ar"
  theme?: "light" | "dark"
  width?: number
}

let shoppers = 0

/**
 * Another customer each time: the orders of one are one call.
 */
const newShopper = (): Shopper => ({
  email: `shopper-${(shoppers += 1)}@mail.example`,
  first_name: "Olena",
  last_name: "Kovalenko",
  phone: `067 2${String(shoppers).padStart(6, "0")}`,
  country: "ua",
  city: "Київ",
  street: "вул. Січових Стрільців, 21",
  postcode: "04053",
})

/** A real store with its built dashboard, and a real browser to work in it. */
export class Desk {
  /**
   * Pages that tests have finished with, by who is signed in and how they look.
   */
  private readonly left = new Map<string, Page[]>()
  private readonly looks = new WeakMap<Page, string>()

  private constructor(
    readonly store: OpenStore,
    private readonly browser: Browser,
    private readonly databaseUrl: string
  ) {}

  /** The store runs in its own process, on its own database. */
  static async open(): Promise<Desk> {
    const executablePath = findChromium()
    if (!executablePath) {
      throw new Error(`No Chromium or Chrome was found: ${howToGetChromium}`)
    }
    const folder = join(root, ".demo", "browser-test")
    const databaseUrl = await ownDatabase("browser")
    const store = await openStore({
      folder,
      databaseUrl,
      port: await freePort(),
      log: join(folder, "medusa.log"),
      env: { SHOP_HOURS: "always", COURIER_SECRET },
      extension: join(
        root,
        "integration-tests/install/store/src/verify-payment.ts"
      ),
    })
    const browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    })
    const desk = new Desk(store, browser, databaseUrl)
    await desk.write(FILL_SHELVES)
    return desk
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.store.stop()
  }

  /** A separate window in which nobody is signed in. */
  async window({ language = "en", theme = "light", width = 1400 }: Look = {}) {
    const context = await this.browser.newContext({
      baseURL: this.store.url,
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
    })
    await context.addInitScript(
      ([language, theme]) => {
        localStorage.setItem("lng", language ?? "en")
        document.cookie = `lng=${language}; path=/`
        localStorage.setItem("medusa_admin_theme", theme ?? "light")
        // Without a telephone, this browser would ask about it for ever.
        document.addEventListener("click", (event) => {
          const { target } = event
          if (target instanceof Element && target.matches("a[href^='tel:']")) {
            event.preventDefault()
          }
        })
      },
      [language, theme]
    )
    return context
  }

  /** A page in which this agent is signed in, by default the owner. */
  async signIn(agent = 0, look: Look = {}): Promise<Page> {
    const key = JSON.stringify([agent, look])
    const known = this.left.get(key)?.pop()
    if (known) {
      return known
    }
    const context = await this.window(look)
    const email = agents[agent]?.email ?? ""
    await this.startSession(context, await signIn(this.store.url, email))
    const page = await context.newPage()
    this.looks.set(page, key)
    return page
  }

  /**
   * Keeps a page for the next test that needs one like it, because a new page
   * loads the whole dashboard again.
   */
  async leave(page: Page): Promise<void> {
    if (page.url() !== "about:blank") {
      await page.evaluate(() => {
        localStorage.clear()
        sessionStorage.clear()
      })
    }
    const accept = (dialog: Dialog) => void dialog.accept()
    page.on("dialog", accept)
    await page.goto("about:blank")
    page.off("dialog", accept)
    await page.unrouteAll({ behavior: "ignoreErrors" })
    await page.mouse.move(0, 0)
    const key = this.looks.get(page) ?? ""
    this.left.set(key, [...(this.left.get(key) ?? []), page])
  }

  /** The queue, in a window where this agent is signed in. */
  async queue(agent = 0, look: Look = {}): Promise<Page> {
    const page = await this.signIn(agent, look)
    await page.goto("/app/follow-ups")
    await page.getByRole("tab", { selected: true }).waitFor()
    return page
  }

  /**
   * Checks out as a shopper does, without waiting for the task.
   *
   * @param who - by default, somebody who has not ordered before
   */
  async order(
    who: Partial<Shopper> = {},
    quantity = 1,
    variants = 1
  ): Promise<HttpTypes.StoreOrder> {
    return await complete(await this.checkOut(who, quantity, variants))
  }

  /** The same without the last step: a cart that only has to be completed. */
  async checkOut(
    who: Partial<Shopper> = {},
    quantity = 1,
    variants = 1
  ): Promise<Checkout> {
    return await checkOut({
      url: this.store.url,
      shop: this.store,
      shopper: { ...newShopper(), ...who },
      basket: this.store.variant_ids
        .slice(0, variants)
        .map((variant_id) => ({ variant_id, title: "kettle", quantity })),
    })
  }

  /** The task of an order, once the API returns it. */
  async taskOf(
    page: Page,
    order_id: string,
    type?: string
  ): Promise<AdminFollowUp> {
    return await until(async () => {
      const response = await page.request.get(
        `/admin/follow-ups?order_id=${order_id}${type ? `&type=${type}` : ""}`,
        TRIED_AGAIN
      )
      const { follow_ups }: AdminFollowUpListResponse = await response.json()
      return follow_ups[0]
    })
  }

  /**
   * Cancels what earlier tests have left to do, so that a new order is on the
   * first page of the queue.
   */
  async clear(): Promise<void> {
    const page = await this.signIn()
    for (;;) {
      const { follow_ups }: AdminFollowUpListResponse = await (
        await page.request.get(
          "/admin/follow-ups?status=open&status=waiting&limit=100",
          TRIED_AGAIN
        )
      ).json()
      if (follow_ups.length === 0) {
        break
      }
      for (const { id } of follow_ups) {
        const answer = await page.request.post(
          `/admin/follow-ups/${id}/cancel`,
          { data: { reason: "other", despite_call: true }, ...TRIED_AGAIN }
        )
        if (!answer.ok()) {
          throw new Error(`${id} was not canceled: ${await answer.text()}`)
        }
      }
    }
    await this.leave(page)
  }

  /** Changes the store's database, past the plugin. */
  async write(statement: string, values: unknown[] = []): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl })
    await client.connect()
    try {
      await client.query(statement, values)
    } finally {
      await client.end()
    }
  }

  /**
   * Makes a task's timer due minutes ago, and locks the task so that no tick
   * can fire it.
   *
   * @returns unlocks it
   */
  async holdTimerOf(task_id: string): Promise<() => Promise<void>> {
    const unlock = await this.lock(
      "select from follow_up_task where id = $1 for update",
      [task_id]
    )
    await this.write(
      `update follow_up_timer
          set fires_at = now() - interval '5 minutes',
              updated_at = now() - interval '6 minutes'
        where task_id = $1`,
      [task_id]
    )
    return unlock
  }

  /**
   * Locks what a statement locks.
   *
   * @returns unlocks it
   */
  async lock(
    statement: string,
    values: unknown[] = []
  ): Promise<() => Promise<void>> {
    const lock = new Client({ connectionString: this.databaseUrl })
    await lock.connect()
    await lock.query("begin")
    await lock.query(statement, values)
    return () => lock.end()
  }

  private async startSession(
    context: BrowserContext,
    token: string
  ): Promise<void> {
    const response = await context.request.post("/auth/session", {
      headers: { Authorization: `Bearer ${token}` },
    })
    if (!response.ok()) {
      throw new Error(`The session was refused: ${await response.text()}`)
    }
  }
}

/** A customer's row in the queue. */
export const rowOf = (page: Page, name: string | RegExp) =>
  page.getByRole("row").filter({ hasText: name })

/**
 * Navigates as a link within the dashboard does, without reloading the page.
 */
export async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, "", path)
    dispatchEvent(new PopStateEvent("popstate"))
  }, path)
}
