import { Envelope, Phone as PhoneIcon } from "@medusajs/icons"
import { Button, Drawer, clx } from "@medusajs/ui"
import { useContext, type ReactNode, type RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { customerName } from "../task/customer-name"
import { mailLink, smsLink, telLink } from "../task/contact-link"
import { OtherPhones } from "../task/other-phones"
import { Phone } from "../task/phone"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { useCall } from "../task/use-call"
import { CopyButton } from "./copy-button"
import type { LocalTime } from "./local-time"
import type { MainAction } from "./main-action"
import { draftOf, Writing } from "./writing"

/** The customer: name, number and local time. */
export const WhoToCall = ({
  task,
  said,
  stuck,
  wrong,
  there,
  main,
  sheet,
  nameRef,
  onCancelOrder,
  onAssign,
  children,
}: {
  task: FollowUp
  said: TaskOfCall | undefined
  /** A task whose attempts are used up. */
  stuck: TaskOfCall | undefined
  /** Numbers at which somebody else answered, as they were typed. */
  wrong: readonly string[]
  there: LocalTime | null
  /** What comes next; undefined until it is known whom to call. */
  main: MainAction | undefined
  /** The rest of the data, once it has loaded. */
  sheet: CallSheet | undefined
  /** Focused when the sheet opens. */
  nameRef: RefObject<HTMLHeadingElement>
  onCancelOrder: (taskId: string) => void
  onAssign: () => void
  /** What came of it so far. */
  children?: ReactNode
}) => {
  const t = useText()
  const earlier = sheet?.earlier_order_count ?? 0
  const isFirst = (task.call?.task_count ?? 1) === 1
  const history =
    earlier > 0
      ? t("sheet.earlier", { count: earlier })
      : isFirst
        ? t("sheet.firstOrder")
        : null
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
        <span className="flex shrink-0 flex-wrap justify-end gap-2">
          <Contact
            task={task}
            script={said?.script}
            secondary={main !== "contact"}
          />
          {stuck && (
            <InPlaceOfCall
              task={task}
              stuck={stuck}
              secondary={main !== "fallback"}
              onCancelOrder={onCancelOrder}
              onAssign={onAssign}
            />
          )}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex min-w-0 flex-wrap items-center gap-x-1">
          <Phone task={task} className="txt-compact-large-plus" />
          {!task.phone &&
            wrong.map((phone) => (
              <s key={phone} dir="auto" className="text-ui-fg-subtle ms-2">
                {phone}
              </s>
            ))}
          {task.phone && <CopyButton text={task.phone_e164 ?? task.phone} />}
        </span>
        {task.email && task.email !== customerName(t, task) && (
          <Email email={task.email} />
        )}
        {sheet && task.order_id !== null && history !== null && (
          <span className="txt-compact-small text-ui-fg-subtle">{history}</span>
        )}
      </div>
      <OtherPhones task={task} />
      {sheet?.phone_was_wrong && (
        <p className="bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small rounded-md px-2 py-1">
          {t("sheet.phoneWasWrong")}
        </p>
      )}
      {there && <TimeThere there={there} warns={task.phone !== null} />}
      {children}
    </div>
  )
}

/** Starts the call; without a number, an email that contains the script. */
const Contact = ({
  task,
  script = "",
  secondary,
}: {
  task: FollowUp
  script: string | undefined
  /** Something else is to be done next. */
  secondary: boolean
}) => {
  const t = useText()
  const call = useCall()
  const writing = useContext(Writing)
  const number = task.phone_e164
  const draft =
    number === null && writing
      ? draftOf(writing.sheet, { text: script, unfilled: null })
      : null
  if (writing && draft?.to) {
    return (
      <Button
        {...starts("contact")}
        type="button"
        variant={secondary ? "secondary" : "primary"}
        className={`${TOUCH_HEIGHT} shrink-0`}
        aria-keyshortcuts="t"
        onClick={() => writing.write(draft)}
      >
        <Envelope aria-hidden />
        {t("outcomeBar.write")}
        <Key name="t" onDark={!secondary} />
      </Button>
    )
  }
  const href =
    number === null
      ? task.email && mailLink(task.email, script)
      : telLink(number)
  if (!href) {
    return null
  }
  return (
    <Button
      asChild
      variant={secondary ? "secondary" : "primary"}
      className={`${TOUCH_HEIGHT} shrink-0`}
    >
      <a
        {...starts("contact")}
        href={href}
        aria-keyshortcuts="t"
        onClick={(event) => {
          if (number !== null) {
            event.preventDefault()
            void call(task, number)
          }
        }}
      >
        {number === null ? <Envelope aria-hidden /> : <PhoneIcon aria-hidden />}
        {t(number === null ? "task.writeEmail" : "task.call")}
        <Key name="t" onDark={!secondary} />
      </a>
    </Button>
  )
}

/** What to do once the attempts are used up, as the playbook has it. */
const InPlaceOfCall = ({
  task,
  stuck: { follow_up: stuck, script, canned_answers: answers },
  secondary,
  onCancelOrder,
  onAssign,
}: {
  task: FollowUp
  stuck: TaskOfCall
  /** Something else is to be done next. */
  secondary: boolean
  onCancelOrder: (taskId: string) => void
  onAssign: () => void
}) => {
  const t = useText()
  const writing = useContext(Writing)
  const answer = answers.find(({ for_now }) => for_now)
  const text = answer?.text ?? script
  const draft =
    writing && draftOf(writing.sheet, answer ?? { text, unfilled: null })
  const look = {
    ...starts("fallback"),
    "aria-keyshortcuts": "e",
    variant: secondary ? "secondary" : "primary",
    className: `${TOUCH_HEIGHT} shrink-0`,
  } as const
  switch (stuck.fallback) {
    case "message_customer": {
      if (writing && draft) {
        return (
          <Button {...look} type="button" onClick={() => writing.write(draft)}>
            <Envelope aria-hidden />
            {t("outcomeBar.write")}
            <Key name="e" onDark={!secondary} />
          </Button>
        )
      }
      // Without a number, the email is offered already.
      if (task.phone_e164 === null) {
        return null
      }
      const href = task.email
        ? mailLink(task.email, text)
        : smsLink(task.phone_e164, text)
      return (
        <Button asChild {...look}>
          <a href={href}>
            <Envelope aria-hidden />
            {t(task.email ? "task.writeEmail" : "task.writeSms")}
            <Key name="e" onDark={!secondary} />
          </a>
        </Button>
      )
    }
    case "cancel_order":
      return (
        <Button {...look} type="button" onClick={() => onCancelOrder(stuck.id)}>
          {t("fallback.cancelOrder")}
          <Key name="e" onDark={!secondary} />
        </Button>
      )
    case "hand_over":
      return (
        <Button {...look} type="button" onClick={onAssign}>
          {t("outcomeBar.assign")}
          <Key name="e" onDark={!secondary} />
        </Button>
      )
    default:
      return null
  }
}

type Started = "contact" | "fallback"

const starts = (what: Started) => ({ "data-starts": what })

/** Presses the sheet's button that calls, or that is in place of the call. */
export function clickIn(sheet: Element | null, what: Started): void {
  sheet?.querySelector<HTMLElement>(`[data-starts=${what}]`)?.click()
}

const Email = ({ email }: { email: string }) => {
  const t = useText()
  return (
    <span className="flex min-w-0 items-center gap-x-1">
      <a
        href={mailLink(email)}
        dir="ltr"
        aria-label={t("task.write", { email })}
        className={`${TOUCH_HEIGHT} txt-compact-small text-ui-fg-subtle focus-visible:shadow-borders-focus min-w-0 truncate rounded outline-none hover:underline max-lg:inline-flex max-lg:items-center`}
      >
        <span className="truncate">{email}</span>
      </a>
      <CopyButton text={email} />
    </span>
  )
}

const TimeThere = ({
  there,
  warns,
}: {
  there: LocalTime
  /** Whether to warn about the hour; only for calls, not for emails. */
  warns: boolean
}) => {
  const t = useText()
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
