import { DropdownMenu } from "@medusajs/ui"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { useShareContact } from "../task/use-share-contact"

/**
 * For a number or an address that several people use, as in an office: what it
 * alone has joined comes apart.
 */
export const SeveralPeople = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const share = useShareContact()
  const contacts = [
    { kind: "phone", value: task.phone_e164 },
    { kind: "email", value: task.email },
  ] as const
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger asChild>
        <SmallButton variant="transparent" className="text-ui-fg-subtle">
          {t("several.notOne")}
        </SmallButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start">
        {contacts.map(
          ({ kind, value }) =>
            value !== null && (
              <DropdownMenu.Item
                key={kind}
                onSelect={() =>
                  void share({
                    kind,
                    value,
                    is_shared: true,
                    task_id: task.id,
                  })
                }
              >
                <span dir="auto">{t("several.uses", { contact: value })}</span>
              </DropdownMenu.Item>
            )
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
