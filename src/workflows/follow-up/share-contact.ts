import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../clock"
import {
  FOLLOW_UP_MODULE,
  type SharedKey,
  toE164,
} from "../../modules/follow-up"
import { Refusal } from "../../refusals"

export type ShareContactInput = {
  kind: "email" | "phone"
  /** A number without a prefix is read with the option `default_country`. */
  value: string
  is_shared: boolean
  /** The task from whose call it is said: a phone call goes on with it alone. */
  task_id?: string
  /** The user who says so; null for a program. */
  actor_id: string | null
}

export type SharedContactResult = {
  /** As it is compared: in lower case, or in E.164. */
  value: string
  /** How many persons have it. */
  person_count: number
}

const shareContactStep = createStep(
  "share-contact",
  async (
    { is_shared, actor_id, task_id, ...given }: ShareContactInput,
    { container }
  ) => {
    const followUp = container.resolve(FOLLOW_UP_MODULE)
    const key = keyOf(given, followUp.settings.default_country)
    const person_count = await followUp.shareContact(
      key,
      is_shared,
      actor_id,
      clockOf(container).now(),
      task_id
    )
    const result: SharedContactResult = { value: key.value, person_count }
    return new StepResponse(result)
  }
)

/**
 * Marks a number or an e-mail address as used by several people (an office, a
 * pickup point), so that it joins nobody's tasks to one call, or takes the mark
 * back. Calls that only it had joined come apart at once.
 *
 * @throws Refusal for what is no number or no address
 */
export const shareContactWorkflow = createWorkflow(
  { name: "follow-ups-share-contact" },
  (input: ShareContactInput) => new WorkflowResponse(shareContactStep(input))
)

function keyOf(
  { kind, value }: Pick<ShareContactInput, "kind" | "value">,
  default_country: string | null
): SharedKey {
  if (kind === "email") {
    const address = value.trim().toLowerCase()
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) {
      throw new Refusal(
        "wrong_kind",
        { was: value, expected: "an e-mail address" },
        ["value"]
      )
    }
    return { kind, value: address }
  }
  const number = toE164(value, default_country)
  if (!number) {
    throw new Refusal("not_a_phone_number", {}, ["value"])
  }
  return { kind, value: number }
}
