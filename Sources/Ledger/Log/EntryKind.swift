/// What an entry of the log says.
package enum EntryKind: String, Sendable, CaseIterable {
  case settingChanged = "setting.changed"
  case locationCreated = "location.created"
  case assetCreated = "asset.created"
  case assetEdited = "asset.edited"
  case assetMoved = "asset.moved"
  case assetStatusChanged = "asset.status-changed"
  case assetAssigned = "asset.assigned"
  case assetReturned = "asset.returned"
  case assetTransferred = "asset.transferred"
  case assetVerified = "asset.verified"
  case fieldDefined = "field.defined"
  case labelIssued = "label.issued"
  case stocktakeOpened = "stocktake.opened"
  case stocktakeClosed = "stocktake.closed"
  case scanRecorded = "scan.recorded"
}
