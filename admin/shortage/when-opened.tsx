import { lazy, Suspense, type ComponentProps } from "react"
import { PageSkeleton } from "../settings/page-skeleton"
import { ShortageTexts } from "./shortage-texts"

/** Few orders are ever short, so all of it is loaded where it is shown only. */
const Section = lazy(() => import("../desk/shortage/shortage-section"))
const MoneyDue = lazy(() => import("../desk/shortage/money-due-section"))
const Later = lazy(() => import("./coming-later"))
const Report = lazy(() => import("./report-missing"))
const Expected = lazy(() => import("./expected-stock"))
const Owner = lazy(() => import("./owner-page"))
const Pinned = lazy(() => import("./pinned-alternatives"))

/** What is short, on the call sheet of an order that is. */
export const ShortageSection = (props: ComponentProps<typeof Section>) => (
  <ShortageTexts>
    <Suspense fallback={null}>
      <Section {...props} />
    </Suspense>
  </ShortageTexts>
)

/** What a customer gets back, or has to pay, on the call sheet. */
export const MoneyDueSection = (props: ComponentProps<typeof MoneyDue>) => (
  <ShortageTexts>
    <Suspense fallback={null}>
      <MoneyDue {...props} />
    </Suspense>
  </ShortageTexts>
)

/** What comes later, as was agreed; on an order's page and on the call sheet. */
export const ComingLater = (props: ComponentProps<typeof Later>) => (
  <ShortageTexts>
    <Suspense fallback={null}>
      <Later {...props} />
    </Suspense>
  </ShortageTexts>
)

/** "Not on the shelf", on an order's page. */
export const ReportMissing = (props: ComponentProps<typeof Report>) => (
  <ShortageTexts>
    <Suspense fallback={null}>
      <Report {...props} />
    </Suspense>
  </ShortageTexts>
)

/** When the supplier delivers an inventory item, on its page. */
export const ExpectedStock = (props: ComponentProps<typeof Expected>) => (
  <ShortageTexts>
    <Suspense fallback={null}>
      <Expected {...props} />
    </Suspense>
  </ShortageTexts>
)

/** What is short now, and what replaced what: for the owner. */
export const OwnerPage = () => (
  <ShortageTexts meanwhile={<PageSkeleton />}>
    <Suspense fallback={<PageSkeleton />}>
      <Owner />
    </Suspense>
  </ShortageTexts>
)

/** What the shop offers when a variant is out of stock, on the product's page. */
export const PinnedAlternatives = (props: ComponentProps<typeof Pinned>) => (
  <ShortageTexts>
    <Suspense fallback={null}>
      <Pinned {...props} />
    </Suspense>
  </ShortageTexts>
)
