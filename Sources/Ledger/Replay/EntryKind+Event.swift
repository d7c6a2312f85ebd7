extension EntryKind {
  /// What the payloads of entries of this kind are; a new kind can't do without.
  var event: any LedgerEvent.Type {
    switch self {
    case .settingChanged: SettingChange.self
    case .locationCreated: LocationCreation.self
    case .assetCreated: AssetCreation.self
    case .assetEdited: AssetEdit.self
    case .assetMoved: AssetMove.self
    case .assetStatusChanged: AssetStatusChange.self
    case .assetAssigned: AssetAssignment.self
    case .assetReturned: AssetReturn.self
    case .assetTransferred: AssetTransfer.self
    case .assetVerified: AssetVerification.self
    case .fieldDefined: FieldDefinition.self
    case .labelIssued: LabelIssuance.self
    case .stocktakeOpened: StocktakeOpening.self
    case .stocktakeClosed: StocktakeClosure.self
    case .scanRecorded: ScanRecording.self
    }
  }
}
