import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { type Desk, goOn, rowOf } from "./desk"

/**
 * What axe finds in our parts of the page. In the dark theme, only the contrast
 * is checked, because nothing else differs.
 */
export async function violations(page: Page, ours: string): Promise<string[]> {
  const light = await axe(page, ours).analyze()
  await wear(page, "dark")
  const dark = await axe(page, ours).withRules(["color-contrast"]).analyze()
  await wear(page, "light")
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`)
  )
}

/** The same at the width of a desk's window, and then of a phone. */
export async function violationsAtEachWidth(
  page: Page,
  ours: string
): Promise<string[]> {
  const wide = page.viewportSize() ?? WIDE
  const found = await violations(page, ours)
  await page.setViewportSize(PHONE)
  found.push(...(await violations(page, ours)))
  await page.setViewportSize(wide)
  return found
}

const WIDE = { width: 1400, height: 900 }
const PHONE = { width: 390, height: 844 }

function axe(page: Page, ours: string): AxeBuilder {
  return (
    new AxeBuilder({ page })
      .include(ours)
      // Both save most of axe's time: the dashboard has no frames, and only the
      // violations are needed.
      .setLegacyMode(true)
      .options({ resultTypes: ["violations"] })
  )
}

/**
 * Changes the theme as the dashboard does, and waits until the colors are
 * stable.
 */
async function wear(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.evaluate(async (theme) => {
    const { classList, style } = document.documentElement
    classList.remove("light", "dark")
    classList.add(theme)
    style.colorScheme = theme
    await new Promise(requestAnimationFrame)
    // In what is folded away, a transition never ends.
    const isSeen = ({ effect }: Animation) =>
      effect instanceof KeyframeEffect && effect.target?.checkVisibility()
    const moving = document
      .getAnimations()
      .filter(
        (animation) => animation instanceof CSSTransition && isSeen(animation)
      )
    await Promise.allSettled(moving.map(({ finished }) => finished))
  }, theme)
}

/** Checks our card on the page of an order or customer. */
async function violationsOfCard(page: Page): Promise<string[]> {
  await page.getByRole("heading", { name: "Follow-ups" }).waitFor()
  await page
    .locator("div:has(> div > h2:text-is('Follow-ups'))")
    .first()
    .evaluate((element) => {
      element.setAttribute("data-ours", "")
    })
  return await violationsAtEachWidth(page, "[data-ours]")
}

export function accessibility(desk: () => Desk): void {
  it("passes axe, light and dark", async () => {
    const order = await desk().order({
      first_name: "Axe",
      last_name: "Tester",
      email: "axe@mail.example",
    })
    const page = await desk().queue()
    const task = await desk().taskOf(page, order.id)
    await rowOf(page, "Axe Tester").waitFor()
    expect(await violations(page, "main")).toEqual([])

    await goOn(page, `/app/follow-ups?tab=late`)
    await page.getByRole("tab", { name: /Late/, selected: true }).waitFor()
    expect(await violations(page, "main")).toEqual([])

    await goOn(page, `/app/follow-ups?task=${task.id}`)
    await page.getByRole("dialog").getByText("What to say").waitFor()
    expect(await violations(page, "[role=dialog]")).toEqual([])

    await page.goto(`/app/orders/${order.id}`)
    expect(await violationsOfCard(page)).toEqual([])

    await page.goto(`/app/customers/${task.customer_id}`)
    expect(await violationsOfCard(page)).toEqual([])
    expect(await violations(page, 'a[aria-label^="Follow-ups:"]')).toEqual([])
    await desk().leave(page)
  })
}
