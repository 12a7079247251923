# What has happened before the lab begins, on top of the organization that
# exolab seeds. Example:
# Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User 'Don Hall' -At '2d 02:14' -Subject 'Offer'
