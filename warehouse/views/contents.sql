-- Every table, view and macro with its documentation: what can be asked.
-- Example: `from contents where kind = 'macro'`
with listed as (
    select
        case when v.comment like 'One row is %' then 'table' else 'view' end as kind,
        v.view_name as name,
        v.comment as documentation
    from duckdb_views() as v
    where not v.internal and not v.temporary
    union all
    select 'macro', f.function_name || '(' || array_to_string(f.parameters, ', ') || ')', f.comment
    from duckdb_functions() as f
    where not f.internal
)
select l.kind, l.name, l.documentation
from listed as l
order by list_position(['view', 'macro', 'table'], l.kind), l.name
