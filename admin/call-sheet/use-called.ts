import { useRef } from "react"
import type { FollowUp } from "../api/follow-up"
import { useMyId, type TaskOfCall } from "../api/queries"
import { useCommand } from "../api/use-command"
import { contactOf, whoIsCalled } from "./merge-tasks"

/** Whom the sheet calls, and whether somebody is on the phone with them. */
export const useCalled = (tasks: readonly TaskOfCall[]) => {
  const myId = useMyId()
  const send = useCommand()
  const called = useRef<FollowUp>()
  const said = contactOf(tasks)
  if (said) {
    const followUps = tasks.map(({ follow_up }) => follow_up)
    called.current = whoIsCalled(said.follow_up, followUps, called.current)
  }
  const contact = said && {
    ...said.follow_up,
    ...identityOf(called.current ?? said.follow_up),
  }
  const calling = contact?.call?.calling ?? null
  const isCalling = calling !== null && calling.actor.id === myId
  return {
    myId,
    /** The task with the number, and what to say about it. */
    said,
    /** The same task, with who is called. */
    contact,
    calling,
    isCalling,
    /** Whoever goes on to another customer has hung up. */
    hangUp: () => {
      if (contact && isCalling) {
        send(contact.id, { name: "hang-up" }).catch(() => undefined)
      }
    },
  }
}

const identityOf = ({ customer_name, email, phone, phone_e164 }: FollowUp) => ({
  customer_name,
  email,
  phone,
  phone_e164,
})
