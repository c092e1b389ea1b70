import { usePrompt } from "@medusajs/ui"
import { Refused } from "../api/refused"
import { useText } from "../i18n/use-text"

/** Of a request whose user knows that somebody else is calling the customer. */
type DespiteCall = { despite_call?: true }

/** Whether the server refused as somebody else is calling the customer. */
export const isBeingCalled = (error: unknown): error is Refused =>
  error instanceof Refused && error.code === "being_called"

/**
 * Sends what settles a part of a call. If somebody else is calling the customer,
 * it asks once, and sends it again; it throws the refusal if the user leaves it
 * at that.
 */
export const useDespiteCall = () => {
  const t = useText()
  const ask = usePrompt()
  return async <Answer>(
    send: (despite: DespiteCall) => Promise<Answer>
  ): Promise<Answer> => {
    try {
      return await send({})
    } catch (error) {
      if (!isBeingCalled(error)) {
        throw error
      }
      // It focuses Back: a call is not settled from under somebody by a key that
      // was meant for the list.
      const goesOn = await ask({
        variant: "confirmation",
        title: t("calling.other", { name: String(error.values.assignee) }),
        description: t("calling.anyway"),
        confirmText: t("calling.goOn"),
        cancelText: t("forms.back"),
      })
      if (!goesOn) {
        throw error
      }
      return await send({ despite_call: true })
    }
  }
}
