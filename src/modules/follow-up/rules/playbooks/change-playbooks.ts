import { Refusal } from "../../../../refusals"
import type { DefaultPlaybook } from "../settings"
import type { Playbook } from "./playbook"
import type { RuleBook } from "../rule-book"
import type { PlaybookChange } from "../rule-change"
import { ruleName } from "../rule-name"
import { isSameDefinition } from "../same-definition"

type Create = Extract<PlaybookChange, { kind: "create_playbook" }>
type Update = Extract<PlaybookChange, { kind: "update_playbook" }>
type Order = Extract<PlaybookChange, { kind: "order_playbooks" }>

/** Finds the default playbook of a type. */
type DefaultOf = (type: string) => DefaultPlaybook | undefined

/**
 * Returns the rules after a change of the shop's playbooks; the given ones are
 * not modified. Definitions are not checked here: `parsePlaybook` does that.
 *
 * @throws Refusal for an unknown playbook, for an invalid value, and if the
 * current rules do not allow the change
 */
export function changePlaybooks(
  book: RuleBook,
  change: PlaybookChange,
  defaultOf: DefaultOf
): RuleBook {
  const { playbooks } = book
  switch (change.kind) {
    case "create_playbook":
      return { ...book, playbooks: withNew(playbooks, change) }
    case "update_playbook":
      return { ...book, playbooks: withUpdated(playbooks, change) }
    case "reset_playbook":
      return { ...book, playbooks: withReset(playbooks, change.id, defaultOf) }
    case "order_playbooks":
      return { ...book, playbooks: inNewOrder(playbooks, change) }
    case "delete_playbook":
      return { ...book, playbooks: without(playbooks, change.id) }
  }
}

function withNew(
  playbooks: readonly Playbook[],
  { id, type, name, enabled, definition }: Create
): Playbook[] {
  if (playbooks.some((playbook) => playbook.id === id)) {
    throw new Refusal("playbook_exists", { id })
  }
  const ofType = playbooks.filter((playbook) => playbook.type === type)
  const playbook: Playbook = {
    id,
    version: 1,
    type,
    name: nameFor(name, ofType),
    definition,
    enabled,
    position: ofType.length,
    is_seeded: false,
    is_edited: true,
  }
  return inOrderOfAsking([...playbooks, playbook])
}

function withUpdated(
  playbooks: readonly Playbook[],
  change: Update
): Playbook[] {
  const before = playbookWith(change.id, playbooks)
  if (change.version !== undefined && change.version !== before.version) {
    throw new Refusal(
      "playbook_changed",
      { name: before.name, version: before.version, edited: change.version },
      ["version"]
    )
  }
  const others = playbooks.filter(
    ({ id, type }) => type === before.type && id !== before.id
  )
  return replaced(
    playbooks,
    revised(before, {
      name:
        change.name === undefined ? before.name : nameFor(change.name, others),
      enabled: change.enabled ?? before.enabled,
      definition: change.definition ?? before.definition,
      is_edited: true,
    })
  )
}

function withReset(
  playbooks: readonly Playbook[],
  id: string,
  defaultOf: DefaultOf
): Playbook[] {
  const before = playbookWith(id, playbooks)
  const standard = before.is_seeded ? defaultOf(before.type) : undefined
  if (!standard) {
    throw new Refusal("playbook_not_ours", { name: before.name })
  }
  return replaced(
    playbooks,
    revised(before, { ...standard, name: before.name, is_edited: false })
  )
}

function inNewOrder(
  playbooks: readonly Playbook[],
  { type, ids }: Order
): Playbook[] {
  const ofType = playbooks.filter((playbook) => playbook.type === type)
  ids.forEach((id, index) => {
    if (!ofType.some((playbook) => playbook.id === id)) {
      throw new Refusal("order_with_stranger", { was: id, type }, [
        "ids",
        index,
      ])
    }
    const first = ids.indexOf(id)
    if (first < index) {
      throw new Refusal(
        "order_with_repetition",
        { was: id, first: `ids[${first}]` },
        ["ids", index]
      )
    }
  })
  const missing = ofType.find(({ id }) => !ids.includes(id))
  if (missing) {
    throw new Refusal(
      "order_incomplete",
      { id: missing.id, name: missing.name, count: ofType.length, type },
      ["ids"]
    )
  }
  return inOrderOfAsking(
    playbooks.map((playbook) =>
      playbook.type === type
        ? { ...playbook, position: ids.indexOf(playbook.id) }
        : playbook
    )
  )
}

function without(playbooks: readonly Playbook[], id: string): Playbook[] {
  const { type, position } = playbookWith(id, playbooks)
  return playbooks
    .filter((playbook) => playbook.id !== id)
    .map((playbook) =>
      playbook.type === type && playbook.position > position
        ? { ...playbook, position: playbook.position - 1 }
        : playbook
    )
}

type Content = Pick<Playbook, "name" | "enabled" | "definition" | "is_edited">

/** A new version if the content changed, otherwise the same playbook. */
function revised(before: Playbook, after: Content): Playbook {
  const saysTheSame = isSameDefinition(before.definition, after.definition)
  const isSame =
    saysTheSame &&
    before.name === after.name &&
    before.enabled === after.enabled
  const is_edited =
    isSame && after.is_edited ? before.is_edited : after.is_edited
  return saysTheSame
    ? { ...before, ...after, definition: before.definition, is_edited }
    : { ...before, ...after, version: before.version + 1 }
}

function replaced(playbooks: readonly Playbook[], after: Playbook): Playbook[] {
  return playbooks.map((playbook) =>
    playbook.id === after.id ? after : playbook
  )
}

function inOrderOfAsking(playbooks: readonly Playbook[]): Playbook[] {
  return [...playbooks].sort((one, other) =>
    one.type === other.type
      ? one.position - other.position
      : one.type < other.type
        ? -1
        : 1
  )
}

function playbookWith(id: string, playbooks: readonly Playbook[]): Playbook {
  const playbook = playbooks.find((playbook) => playbook.id === id)
  if (!playbook) {
    throw new Refusal("playbook_not_found", { id })
  }
  return playbook
}

function nameFor(name: string, others: readonly Playbook[]): string {
  return ruleName(
    name,
    others.map((playbook) => playbook.name),
    "playbook of this type"
  )
}
