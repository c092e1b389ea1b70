import { lazy, Suspense, type ComponentProps } from "react"

const loadTime = async () => await import("./time-form")
const loadWrite = async () => await import("./write-form")

const Time = lazy(async () => ({ default: (await loadTime()).TimeForm }))
const Write = lazy(async () => ({ default: (await loadWrite()).WriteForm }))

/** While the agent reads, so that a key opens a form at once. */
export const loadForms = (): void => {
  // If it fails, rendering a form tries again and reports it.
  void Promise.all([loadTime(), loadWrite()]).catch(() => undefined)
}

/**
 * The forms that need the most code, and the words of four languages, in chunks
 * of their own.
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
