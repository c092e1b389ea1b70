import { Envelope, Phone as PhoneIcon } from "@medusajs/icons"
import { Button, Drawer, clx } from "@medusajs/ui"
import type { RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet } from "../api/queries"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { customerName } from "../task/customer-name"
import { mailLink, telLink } from "../task/contact-link"
import { OtherPhones } from "../task/other-phones"
import { Phone } from "../task/phone"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { CopyButton } from "./copy-button"
import { localTime } from "./local-time"

/** The customer: name, number and local time. */
export const WhoToCall = ({
  task,
  sheet,
  nameRef,
}: {
  task: FollowUp
  /** The rest of the data, once it has loaded. */
  sheet: CallSheet | undefined
  /** Focused when the sheet opens. */
  nameRef: RefObject<HTMLHeadingElement>
}) => {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-2 px-6 pb-4 max-sm:gap-y-1 max-sm:px-4">
      <div className="flex items-start justify-between gap-x-4">
        <Drawer.Title
          ref={nameRef}
          tabIndex={-1}
          dir="auto"
          className="text-ui-fg-base min-w-0 break-words text-xl font-medium outline-none"
        >
          {customerName(t, task)}
        </Drawer.Title>
        <Contact
          task={task}
          script={sheet?.tasks[0]?.script}
          doubtful={sheet?.phone_was_wrong ?? false}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex min-w-0 items-center gap-x-1">
          <Phone task={task} className="txt-compact-large-plus" />
          {task.phone && <CopyButton text={task.phone_e164 ?? task.phone} />}
        </span>
        {task.email && task.email !== customerName(t, task) && (
          <Email email={task.email} />
        )}
        {sheet && task.order_id !== null && (
          <span className="txt-compact-small text-ui-fg-subtle">
            {sheet.earlier_order_count > 0
              ? t("sheet.earlier", { count: sheet.earlier_order_count })
              : t("sheet.firstOrder")}
          </span>
        )}
      </div>
      <OtherPhones task={task} />
      {sheet?.phone_was_wrong && (
        <p className="bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small rounded-md px-2 py-1">
          {t("sheet.phoneWasWrong")}
        </p>
      )}
      <TimeThere zones={task.customer_time_zones} warns={task.phone !== null} />
    </div>
  )
}

/** Starts the call; without a number, an email that contains the script. */
const Contact = ({
  task,
  script = "",
  doubtful,
}: {
  task: FollowUp
  script: string | undefined
  /** The number is known to belong to somebody else. */
  doubtful: boolean
}) => {
  const t = useText()
  const calls = task.phone_e164 !== null
  const href =
    task.phone_e164 !== null
      ? telLink(task.phone_e164)
      : task.email && mailLink(task.email, script)
  if (!href) {
    return null
  }
  return (
    <Button
      asChild
      variant={doubtful ? "secondary" : "primary"}
      className={`${TOUCH_HEIGHT} shrink-0`}
    >
      <a {...{ [STARTS_CONTACT]: "" }} href={href} aria-keyshortcuts="t">
        {calls ? <PhoneIcon aria-hidden /> : <Envelope aria-hidden />}
        {t(calls ? "task.call" : "task.writeEmail")}
        <Key name="t" onDark={!doubtful} />
      </a>
    </Button>
  )
}

const STARTS_CONTACT = "data-starts-contact"

/** Activates the sheet's call or email button. */
export function startContact(sheet: Element | null): void {
  sheet?.querySelector<HTMLElement>(`[${STARTS_CONTACT}]`)?.click()
}

const Email = ({ email }: { email: string }) => {
  const t = useText()
  return (
    <span className="flex min-w-0 items-center gap-x-1">
      <a
        href={mailLink(email)}
        dir="ltr"
        aria-label={t("task.write", { email })}
        className={`${TOUCH_HEIGHT} txt-compact-small text-ui-fg-subtle focus-visible:shadow-borders-focus truncate rounded outline-none hover:underline max-lg:inline-flex max-lg:items-center`}
      >
        {email}
      </a>
      <CopyButton text={email} />
    </span>
  )
}

const TimeThere = ({
  zones,
  warns,
}: {
  zones: readonly string[]
  /** Whether to warn about the hour; only for calls, not for emails. */
  warns: boolean
}) => {
  const t = useText()
  const there = localTime(zones, useMinute())
  if (!there) {
    return null
  }
  const outside = warns ? there.outside : "no"
  const time =
    there.from === there.to
      ? t("sheet.there", { time: there.from })
      : t("sheet.thereRange", { from: there.from, to: there.to })
  return (
    <p
      className={clx("txt-compact-small text-ui-fg-subtle text-pretty", {
        "bg-ui-tag-orange-bg text-ui-tag-orange-text rounded-md px-2 py-1":
          outside !== "no",
      })}
    >
      <span className="tabular-nums">{time}</span>
      {outside !== "no" && (
        <>
          {" · "}
          {t(outside === "yes" ? "sheet.tooLate" : "sheet.mayBeLate")}
        </>
      )}
    </p>
  )
}
