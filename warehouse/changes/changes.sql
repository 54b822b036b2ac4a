-- How much one set of tables differs from the one before: articles, rejections, events and findings that are new, changed
-- or gone. It sees the tables of both as <table>_before and <table>_after.
with changed_events as (
    from events_after
    except
    from events_before
)
select
    (select count(*) from articles_after where article_id not in (select article_id from articles_before))
        as new_article_count,
    (
        select count(*)
        from rejections_after
        where (source_uri, content_sha256) not in (select (source_uri, content_sha256) from rejections_before)
    ) as new_rejection_count,
    (select count(*) from events_after where event_id not in (select event_id from events_before)) as new_event_count,
    (select count(*) from changed_events where event_id in (select event_id from events_before)) as changed_event_count,
    (select count(*) from events_before where event_id not in (select event_id from events_after)) as gone_event_count,
    (select count(*) from findings_after where finding_id not in (select finding_id from findings_before))
        as new_finding_count,
    (select count(*) from findings_before where finding_id not in (select finding_id from findings_after))
        as resolved_finding_count
