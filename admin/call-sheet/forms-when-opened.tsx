import { lazy, Suspense, type ComponentProps } from "react"

const load = async () => await import("./forms")

const Time = lazy(async () => ({ default: (await load()).TimeForm }))
const Write = lazy(async () => ({ default: (await load()).WriteForm }))

/** While the agent reads, so that a key opens a form at once. */
export const loadForms = (): void => {
  // If it fails, rendering a form tries again and reports it.
  void load().catch(() => undefined)
}

/**
 * The forms that need the most code, and the words of four languages, in a
 * chunk of their own.
 */
export const TimeForm = (props: ComponentProps<typeof Time>) => (
  <Suspense fallback={null}>
    <Time {...props} />
  </Suspense>
)

export const WriteForm = (props: ComponentProps<typeof Write>) => (
  <Suspense fallback={null}>
    <Write {...props} />
  </Suspense>
)
