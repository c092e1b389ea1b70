import { Drawer, toast } from "@medusajs/ui"
import type {
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowTemplate,
  AdminDeliveryWindowVocabularyResponse,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { useText } from "../../i18n/use-text"
import { DrawerHeader } from "../../settings/drawer-header"
import { GuardedDrawer } from "../../settings/guarded-drawer"
import { ExceptionForm } from "./exception-form"
import { TemplateForm } from "./template-form"
import type { Edited } from "./windows-page"

/** The form of a template or of an exception. */
export const FormDrawer = ({
  edited,
  templates,
  vocabulary,
  onClose,
  onCloseAutoFocus,
}: {
  /** Null: closed. */
  edited: Edited | null
  templates: readonly AdminDeliveryWindowTemplate[]
  vocabulary: AdminDeliveryWindowVocabularyResponse
  onClose: () => void
  onCloseAutoFocus: (event: Event) => void
}) => {
  const t = useText()
  const done = ({ over }: AdminDeliveryWindowChangeResponse) => {
    if (over.length > 0) {
      toast.warning(t("delivery.settings.saved"), {
        description: t("delivery.settings.over", { count: over.length }),
      })
    } else {
      toast.success(t("delivery.settings.saved"))
    }
    onClose()
  }
  return (
    <GuardedDrawer open={edited !== null} onClose={onClose}>
      {edited && (
        <Drawer.Content onCloseAutoFocus={onCloseAutoFocus}>
          <DrawerHeader {...headOf(edited)} />
          {edited.what === "template" ? (
            <TemplateForm
              template={edited.template}
              vocabulary={vocabulary}
              onClose={onClose}
              onDone={done}
            />
          ) : (
            <ExceptionForm
              exception={edited.exception}
              date={edited.date}
              templates={templates}
              onClose={onClose}
              onDone={done}
            />
          )}
        </Drawer.Content>
      )}
    </GuardedDrawer>
  )

  function headOf(edited: Edited): { title: string; hint: string } {
    return edited.what === "template"
      ? {
          title: edited.template?.name ?? t("delivery.settings.new"),
          hint: t("delivery.settings.formHint"),
        }
      : {
          title: t(
            edited.exception
              ? "delivery.exceptions.change"
              : "delivery.exceptions.add"
          ),
          hint: t("delivery.exceptions.formHint"),
        }
  }
}
