import { Drawer, toast } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import type {
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowException,
  AdminDeliveryWindowTemplate,
  AdminDeliveryWindowVocabularyResponse,
} from "../../../src/api/admin/delivery-windows/templates/types"
import { useText } from "../../i18n/use-text"
import { DrawerHeader } from "../../settings/drawer-header"
import { GuardedDrawer } from "../../settings/guarded-drawer"
import { ListSkeleton } from "../../settings/list-skeleton"
import { SmallButton } from "../../task/small-button"
import { dateText } from "../window-text"
import { ExceptionRows } from "./exceptions"

const TemplateForm = lazy(() => import("./template-form"))
const ExceptionForm = lazy(() => import("./exception-form"))

/** What is being edited; without a record, a new one. */
export type Edited =
  | {
      what: "template"
      template: AdminDeliveryWindowTemplate | null
      /** What a new one begins with. */
      like?: AdminDeliveryWindowTemplate
    }
  /** A date that differs in more than one way. */
  | { what: "date"; exceptions: AdminDeliveryWindowException[] }
  | {
      what: "exception"
      exception: AdminDeliveryWindowException | null
      /** For a new one. */
      date?: string
    }

/** The form of a template, of an exception, or those of a date. */
export const FormDrawer = ({
  edited,
  templates,
  vocabulary,
  onEdit,
  onClose,
  onCloseAutoFocus,
}: {
  /** Null: closed. */
  edited: Edited | null
  templates: readonly AdminDeliveryWindowTemplate[]
  vocabulary: AdminDeliveryWindowVocabularyResponse
  onEdit: (edited: Edited) => void
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
          <Suspense fallback={<ListSkeleton />}>{formOf(edited)}</Suspense>
        </Drawer.Content>
      )}
    </GuardedDrawer>
  )

  function formOf(edited: Edited) {
    switch (edited.what) {
      case "template":
        return (
          <TemplateForm
            // A copy is another form.
            key={edited.template?.id}
            template={edited.template}
            like={edited.like ?? null}
            vocabulary={vocabulary}
            onCopy={(like) =>
              onEdit({ what: "template", template: null, like })
            }
            onClose={onClose}
            onDone={done}
          />
        )
      case "exception":
        return (
          <ExceptionForm
            key={edited.exception?.id}
            exception={edited.exception}
            date={edited.date}
            templates={templates}
            onClose={onClose}
            onDone={done}
          />
        )
      case "date": {
        const [first] = edited.exceptions
        return (
          <Drawer.Body className="overflow-y-auto p-0">
            <ExceptionRows
              exceptions={edited.exceptions}
              templates={templates}
              onOpen={(exception) => onEdit({ what: "exception", exception })}
            />
            <SmallButton
              className="mx-6 my-4"
              onClick={() =>
                onEdit({
                  what: "exception",
                  exception: null,
                  date: first?.date,
                })
              }
            >
              {t("delivery.exceptions.add")}
            </SmallButton>
          </Drawer.Body>
        )
      }
    }
  }

  function headOf(edited: Edited): { title: string; hint: string } {
    switch (edited.what) {
      case "template":
        return {
          title: edited.template?.name ?? t("delivery.settings.new"),
          hint: t("delivery.settings.formHint"),
        }
      case "exception":
        return {
          title: t(
            edited.exception
              ? "delivery.exceptions.change"
              : "delivery.exceptions.add"
          ),
          hint: t("delivery.exceptions.formHint"),
        }
      case "date":
        return {
          title: dateText(t, edited.exceptions[0]?.date ?? ""),
          hint: t("delivery.exceptions.several"),
        }
    }
  }
}
