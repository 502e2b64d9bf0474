/// Publishing many records from a file.
enum UploadTemplate {
    static let text = #"""
        <h1>{{t.upload}}: {{heading}}</h1>
        {{#published}}<p class="alert alert-success" role="status">{{t.uploaded}}: {{.}}. <a href="/">{{t.backToOverview}}</a></p>{{/published}}
        <p>{{t.uploadLead}}</p>
        <form method="post" action="/upload/{{subject}}" enctype="multipart/form-data">
        <input type="hidden" name="formKey" value="{{frame.formKey}}">
        <div class="col-sm-6 col-lg-4"><label class="form-label" for="file">{{t.uploadFile}}</label><input class="form-control" id="file" name="file" type="file" accept=".csv,text/csv"></div>
        <p class="buttons"><button type="submit" name="action" value="preview" class="btn btn-outline-primary">{{t.uploadPreview}}</button></p></form>
        {{#hasFaults}}
        <section aria-labelledby="faults"><h2 id="faults">{{t.uploadFaults}}</h2>
        <div class="table-responsive" role="region" aria-labelledby="faults" tabindex="0"><table class="table">
        <thead><tr><th scope="col" class="number">{{t.uploadLine}}</th><th scope="col">{{t.field}}</th><th scope="col">{{t.message}}</th></tr></thead>
        <tbody>{{#faults}}<tr><th scope="row" class="number">{{line}}</th><td><code>{{path}}</code></td><td>{{words}}</td></tr>
        {{/faults}}</tbody></table></div></section>
        {{/hasFaults}}
        {{#hasRows}}
        <section aria-labelledby="good"><h2 id="good">{{t.uploadGood}}: {{good}}</h2>
        {{#canPublish}}
        <form method="post" action="/upload/{{subject}}" enctype="multipart/form-data">
        <input type="hidden" name="formKey" value="{{frame.formKey}}"><textarea name="content" hidden aria-hidden="true" tabindex="-1">{{content}}</textarea>
        <p class="buttons"><button type="submit" name="action" value="publish" class="btn btn-primary">{{t.uploadPublish}}</button></p></form>
        {{/canPublish}}
        <div class="table-responsive" role="region" aria-labelledby="good" tabindex="0"><table class="table">
        <thead><tr><th scope="col">{{t.recordId}}</th><th scope="col">{{t.record}}</th></tr></thead>
        <tbody>{{#rows}}<tr><th scope="row">{{id}}</th><td><code>{{words}}</code></td></tr>
        {{/rows}}</tbody></table></div></section>
        {{/hasRows}}
        """#
}
