import type { EscalationNotice } from "../task/outbox"
import type { ScriptLanguage } from "../scripts/languages"
import type { Deadline } from "../../../desk/playbook"

export type NoticeText = {
  title: string
  description: string
  /** What the link to the call sheet or to the queue says. */
  link: string
}

/** A notice, and the name of the customer where it may be told. */
type Named = { notice: EscalationNotice; customer: string | null }

type Words = {
  /** A task with an order, and one without. */
  subject: (order: number | null) => string
  passed: Record<Deadline, string>
  near: Record<Deadline, string>
  /** By plural category of the language. */
  tasks: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
  late: string
  more: string
  sheet: string
  queue: string
}

/** Order numbers in a digest; further ones are only counted. */
const MAX_NAMED = 10

/** The notification text for one task. */
export function noticeText(
  { notice, customer }: Named,
  language: ScriptLanguage
): NoticeText {
  const words = WORDS[language]
  const subject = words.subject(notice.order_display_id)
  return {
    title: customer === null ? subject : `${subject}, ${customer}`,
    description: (notice.is_warning ? words.near : words.passed)[
      notice.deadline
    ],
    link: words.sheet,
  }
}

/** The notification text for several tasks at once. */
export function digestText(
  notices: readonly Named[],
  language: ScriptLanguage
): NoticeText {
  const words = WORDS[language]
  const tasks = new Map(notices.map((named) => [named.notice.id, named]))
  const form = new Intl.PluralRules(language).select(tasks.size)
  const subjects = [...tasks.values()]
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map(({ notice: { order_display_id: number }, customer }) =>
      [number === null ? null : `#${number}`, customer]
        .filter((part) => part !== null)
        .join(" ")
    )
    .filter((subject) => subject !== "")
  const named = subjects.slice(0, MAX_NAMED).join(", ")
  return {
    title: `${tasks.size} ${words.tasks[form] ?? words.tasks.other}`,
    description:
      subjects.length === 0
        ? words.late
        : `${words.late}: ${named}${subjects.length > MAX_NAMED ? ` ${words.more}` : ""}`,
    link: words.queue,
  }
}

/** Tasks without an order come last. */
function numberOf({ notice }: Named): number {
  return notice.order_display_id ?? Number.MAX_SAFE_INTEGER
}

const WORDS: Readonly<Record<ScriptLanguage, Words>> = {
  en: {
    subject: (order) => (order === null ? "Follow-up" : `Order #${order}`),
    near: {
      response_target: "The time to answer it well is running out",
      response_limit: "It must be answered soon",
      resolution_limit: "It must be completed soon",
    },
    passed: {
      response_target: "The response target was missed",
      response_limit: "The response limit has passed and nobody has answered",
      resolution_limit: "The resolution limit has passed",
    },
    tasks: { one: "follow-up wants you", other: "follow-ups want you" },
    late: "Near or past their time",
    more: "and more",
    sheet: "Open the call sheet",
    queue: "Open the queue",
  },
  uk: {
    subject: (order) => (order === null ? "Завдання" : `Замовлення №${order}`),
    near: {
      response_target: "Час на добру реакцію спливає",
      response_limit: "Треба відповісти найближчим часом",
      resolution_limit: "Треба завершити найближчим часом",
    },
    passed: {
      response_target: "Цільовий час реакції минув",
      response_limit: "Граничний час реакції минув, ніхто не відповів",
      resolution_limit: "Граничний час завершення минув",
    },
    tasks: {
      one: "завдання чекає",
      few: "завдання чекають",
      many: "завдань чекають",
      other: "завдання чекають",
    },
    late: "Час спливає або минув",
    more: "та інші",
    sheet: "Відкрити картку дзвінка",
    queue: "Відкрити чергу",
  },
  ru: {
    subject: (order) => (order === null ? "Задача" : `Заказ №${order}`),
    near: {
      response_target: "Время на хорошую реакцию истекает",
      response_limit: "Нужно ответить в ближайшее время",
      resolution_limit: "Нужно завершить в ближайшее время",
    },
    passed: {
      response_target: "Целевое время реакции прошло",
      response_limit: "Предельное время реакции прошло, никто не ответил",
      resolution_limit: "Предельное время завершения прошло",
    },
    tasks: {
      one: "задача ждёт",
      few: "задачи ждут",
      many: "задач ждут",
      other: "задачи ждут",
    },
    late: "Время истекает или прошло",
    more: "и другие",
    sheet: "Открыть карточку звонка",
    queue: "Открыть очередь",
  },
  bg: {
    subject: (order) => (order === null ? "Задача" : `Поръчка №${order}`),
    near: {
      response_target: "Времето за добра реакция изтича",
      response_limit: "Трябва да се отговори скоро",
      resolution_limit: "Трябва да се завърши скоро",
    },
    passed: {
      response_target: "Целевото време за реакция изтече",
      response_limit: "Крайният срок за реакция изтече, никой не е отговорил",
      resolution_limit: "Крайният срок за завършване изтече",
    },
    tasks: { one: "задача чака", other: "задачи чакат" },
    late: "Времето изтича или е изтекло",
    more: "и други",
    sheet: "Отваряне на картата за обаждане",
    queue: "Отваряне на опашката",
  },
}
