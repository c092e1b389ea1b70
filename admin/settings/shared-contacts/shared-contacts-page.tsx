import { Users } from "@medusajs/icons"
import { useSharedContacts } from "../../api/shared-contacts"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { SmallButton } from "../../task/small-button"
import { useShareContact } from "../../task/use-share-contact"
import { ListSkeleton } from "../list-skeleton"
import { SettingsPage } from "../settings-page"

/** The numbers and addresses that several people use. */
export const SharedContactsPage = () => {
  const t = useText()
  const share = useShareContact()
  const { data: contacts, error, refetch } = useSharedContacts()
  return (
    <SettingsPage tab="sharedContacts">
      {!contacts && error && (
        <LoadError
          title={t("settings.sharedContacts.error")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!contacts && !error && <ListSkeleton />}
      {contacts?.length === 0 && (
        <Message
          icon={<Users />}
          title={t("settings.sharedContacts.empty")}
          text={t("settings.sharedContacts.emptyText")}
        />
      )}
      {contacts && contacts.length > 0 && (
        <ul className="list-none divide-y">
          {contacts.map(({ kind, value, created_at }) => (
            <li
              key={`${kind} ${value}`}
              className="flex items-center gap-x-3 px-6 py-3 max-lg:px-4"
            >
              <div className="txt-compact-small text-ui-fg-subtle flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                <bdi
                  dir="ltr"
                  className="text-ui-fg-base txt-compact-small-plus min-w-0 break-all"
                >
                  {value}
                </bdi>
                <span>
                  {t("settings.sharedContacts.since", {
                    date: new Intl.DateTimeFormat(t.locale, {
                      dateStyle: "medium",
                    }).format(new Date(created_at)),
                  })}
                </span>
              </div>
              <SmallButton
                onClick={() => share({ kind, value, is_shared: false })}
              >
                {t("settings.sharedContacts.back")}
              </SmallButton>
            </li>
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}
