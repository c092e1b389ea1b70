import { toast } from "@medusajs/ui"
import type { AdminShareFollowUpContact } from "../../src/api/admin/follow-ups/types"
import { useSharing } from "../api/shared-contacts"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { toastRefusal } from "./use-record"

/** Marks a contact as shared, or takes the mark back, and offers to undo it. */
export const useShareContact = () => {
  const t = useText()
  const share = useSharing()
  const send = async (contact: AdminShareFollowUpContact, undoes = false) => {
    try {
      await share(contact)
    } catch (error) {
      toastRefusal(t, refusalText(t, error))
      return
    }
    toast.success(
      t(contact.is_shared ? "several.done" : "several.undone", {
        contact: contact.value,
      }),
      {
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
  }
  return (contact: AdminShareFollowUpContact) => void send(contact)
}
