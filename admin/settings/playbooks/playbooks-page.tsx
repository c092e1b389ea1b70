import { SettingsPage } from "../settings-page"

export const PlaybooksPage = () => (
  <SettingsPage tab="playbooks">{null}</SettingsPage>
)
