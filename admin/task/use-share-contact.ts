import { toast } from "@medusajs/ui"
import type { AdminShareFollowUpContact } from "../../src/api/admin/follow-ups/types"
import { useSharing } from "../api/shared-contacts"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { toastRefusal } from "./use-record"

/**
 * Marks a contact as shared, or takes the mark back, and offers to undo it.
 *
 * @returns how to; resolves to whether the server did it
 */
export const useShareContact = () => {
  const t = useText()
  const share = useSharing()
  const send = async (
    contact: AdminShareFollowUpContact,
    undoes = false
  ): Promise<boolean> => {
    try {
      await share(contact)
    } catch (error) {
      toastRefusal(t, refusalText(t, error))
      return false
    }
    toast.success(
      t(contact.is_shared ? "several.done" : "several.undone", {
        contact: contact.value,
      }),
      {
        id: "follow-ups-shared",
        // The call sheet is on the other side.
        position: "top-left",
        dismissable: false,
        ...(!undoes && {
          action: {
            label: t("done.undo"),
            altText: t("done.undo"),
            onClick: () =>
              void send({ ...contact, is_shared: !contact.is_shared }, true),
          },
        }),
      }
    )
    return true
  }
  return async (contact: AdminShareFollowUpContact) => await send(contact)
}
