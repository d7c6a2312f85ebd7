/// What an entry of the log says.
package enum EntryKind: String, Sendable, CaseIterable {
  case settingChanged = "setting.changed"
  case locationCreated = "location.created"
  case assetCreated = "asset.created"
  case assetEdited = "asset.edited"
  case assetMoved = "asset.moved"
  case labelIssued = "label.issued"
  case stocktakeOpened = "stocktake.opened"
  case stocktakeClosed = "stocktake.closed"
  case scanRecorded = "scan.recorded"
}
