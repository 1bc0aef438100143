; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 50ca54ec5f2cca6d669172652116dbe7
; entry traffic.draw_cars.0(float64:2:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:3:C, float32:3:C, float32:2:C, float64:2:C, float32:1:C) -> none
define void @traffic.draw_cars.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 96
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 104
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 120
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 128
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 136
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 144
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 152
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 160
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 168
  %32 = load double, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 176
  %34 = load double, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 184
  %36 = load double, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 192
  %38 = load double, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 200
  %40 = load double, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 208
  %42 = load double, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 216
  %44 = load double, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 232
  %46 = load double, ptr %45, align 8
  %47 = getelementptr i8, ptr %0, i64 240
  %48 = load double, ptr %47, align 8
  %49 = getelementptr i8, ptr %0, i64 248
  %50 = load double, ptr %49, align 8
  %51 = getelementptr i8, ptr %0, i64 256
  %52 = load double, ptr %51, align 8
  %53 = getelementptr i8, ptr %0, i64 280
  %54 = load double, ptr %53, align 8
  %55 = getelementptr i8, ptr %0, i64 288
  %56 = load double, ptr %55, align 8
  %57 = getelementptr i8, ptr %0, i64 296
  %58 = load double, ptr %57, align 8
  %59 = getelementptr i8, ptr %0, i64 304
  %60 = load double, ptr %59, align 8
  %61 = getelementptr i8, ptr %0, i64 312
  %62 = load double, ptr %61, align 8
  %63 = getelementptr i8, ptr %0, i64 320
  %64 = load double, ptr %63, align 8
  %65 = getelementptr i8, ptr %0, i64 328
  %66 = load double, ptr %65, align 8
  %67 = getelementptr i8, ptr %0, i64 336
  %68 = load double, ptr %67, align 8
  %69 = getelementptr i8, ptr %0, i64 344
  %70 = load double, ptr %69, align 8
  %71 = getelementptr i8, ptr %0, i64 352
  %72 = load ptr, ptr %71, align 8
  %73 = getelementptr i8, ptr %0, i64 368
  %74 = load i64, ptr %73, align 8
  %75 = getelementptr i8, ptr %0, i64 376
  %76 = load i64, ptr %75, align 8
  %77 = getelementptr i8, ptr %0, i64 408
  %78 = load ptr, ptr %77, align 8
  %79 = getelementptr i8, ptr %0, i64 416
  %80 = load i64, ptr %79, align 8
  %81 = getelementptr i8, ptr %0, i64 424
  %82 = load i64, ptr %81, align 8
  %83 = getelementptr i8, ptr %0, i64 432
  %84 = load i64, ptr %83, align 8
  %85 = getelementptr i8, ptr %0, i64 464
  %86 = load ptr, ptr %85, align 8
  %87 = getelementptr i8, ptr %0, i64 472
  %88 = load i64, ptr %87, align 8
  %89 = getelementptr i8, ptr %0, i64 480
  %90 = load i64, ptr %89, align 8
  %91 = getelementptr i8, ptr %0, i64 504
  %92 = load ptr, ptr %91, align 8
  %93 = getelementptr i8, ptr %0, i64 512
  %94 = load i64, ptr %93, align 8
  %95 = getelementptr i8, ptr %0, i64 520
  %96 = load i64, ptr %95, align 8
  %97 = getelementptr i8, ptr %0, i64 544
  %98 = load ptr, ptr %97, align 8
  %99 = getelementptr i8, ptr %0, i64 552
  %100 = load i64, ptr %99, align 8
  %101 = fcmp ogt double %56, 0.000000e+00
  br i1 %101, label %102, label %357
102:
  %103 = icmp slt i64 %4, 1
  br i1 %103, label %1423, label %104
104:
  %105 = fmul double %44, 1.100000e+01
  %106 = sitofp i64 %82 to double
  %107 = fmul double %106, 5.000000e-01
  %108 = fadd double %44, -3.000000e-01
  %109 = fcmp olt double %108, 0.000000e+00
  %110 = select i1 %109, double 0.000000e+00, double %108
  %111 = fmul double %110, 2.200000e-01
  %112 = fmul double %46, 5.000000e-01
  %113 = fsub double 1.000000e+00, %112
  %114 = fmul double %113, %111
  %115 = fcmp olt double %105, 1.000000e-01
  %116 = select i1 %115, double 1.000000e-01, double %105
  %117 = fcmp ogt double %114, 0.000000e+00
  %118 = mul i64 %84, %82
  br label %916
119:
  %120 = getelementptr i8, ptr %920, i64 16
  %121 = load double, ptr %120, align 8
  %122 = getelementptr i8, ptr %920, i64 24
  %123 = load double, ptr %122, align 8
  %124 = getelementptr i8, ptr %920, i64 32
  %125 = load double, ptr %124, align 8
  %126 = getelementptr i8, ptr %920, i64 40
  %127 = load double, ptr %126, align 8
  %128 = fadd double %125, 5.000000e-01
  %129 = fadd double %105, %128
  %130 = fsub double -5.000000e-01, %125
  %131 = fadd double %127, 1.200000e+00
  %132 = fsub double -1.200000e+00, %127
  br label %292
133:
  %134 = fdiv double %56, %331
  %135 = fmul double %68, %134
  %136 = fadd double %70, %135
  %137 = fptosi double %136 to i64
  %138 = tail call i64 @llvm.smax.i64(i64 %137, i64 0)
  %139 = fdiv double %56, %329
  %140 = fmul double %68, %139
  %141 = fadd double %70, %140
  %142 = fptosi double %141 to i64
  %143 = add nsw i64 %142, 1
  %144 = tail call i64 @llvm.smin.i64(i64 %80, i64 %143)
  %145 = sub i64 %144, %138
  %146 = icmp slt i64 %145, 1
  br i1 %146, label %914, label %147
147:
  %148 = fptosi double %325 to i64
  %149 = tail call i64 @llvm.smax.i64(i64 %148, i64 0)
  %150 = fptosi double %327 to i64
  %151 = add nsw i64 %150, 1
  %152 = tail call i64 @llvm.smin.i64(i64 %82, i64 %151)
  %153 = sub i64 %152, %149
  %154 = tail call i64 @llvm.smax.i64(i64 %153, i64 0)
  %155 = icmp slt i64 %153, 1
  %156 = fadd double %127, 3.500000e-01
  %157 = fadd double %127, -2.500000e-01
  %158 = fsub double %157, %156
  %159 = fdiv double 1.000000e+00, %158
  %160 = fadd double %125, 3.500000e-01
  %161 = fadd double %125, -3.000000e-01
  %162 = fsub double %161, %160
  %163 = fdiv double 1.000000e+00, %162
  %164 = fadd double %127, 2.000000e-01
  br label %333
165:
  %166 = fdiv double %56, %341
  br i1 %155, label %288, label %167
167:
  %168 = icmp slt i64 %335, 0
  %169 = select i1 %168, i64 %88, i64 0
  %170 = add i64 %169, %335
  %171 = mul i64 %170, %90
  %172 = getelementptr float, ptr %86, i64 %171
  %173 = fmul double %166, 2.000000e-02
  %174 = fadd double %173, 2.000000e-01
  %175 = select i1 %168, i64 %80, i64 0
  %176 = add i64 %175, %335
  %177 = mul i64 %118, %176
  %178 = getelementptr float, ptr %78, i64 %177
  br label %343
179:
  %180 = sitofp i64 %345 to double
  %181 = fadd double %180, 5.000000e-01
  %182 = fsub double %181, %107
  %183 = fdiv double %182, %68
  %184 = fmul double %60, %183
  %185 = fadd double %64, %184
  %186 = fmul double %166, %185
  %187 = fsub double %186, %922
  %188 = fmul double %62, %183
  %189 = fadd double %66, %188
  %190 = fmul double %166, %189
  %191 = fsub double %190, %926
  %192 = fmul double %123, %187
  %193 = fmul double %121, %191
  %194 = fsub double %192, %193
  %195 = tail call double @llvm.fabs.f64(double %194)
  %196 = fmul double %121, %187
  %197 = fmul double %123, %191
  %198 = fadd double %196, %197
  %199 = fsub double %195, %156
  %200 = fmul double %159, %199
  %201 = fcmp olt double %200, 0.000000e+00
  %202 = select i1 %201, double 0.000000e+00, double %200
  %203 = fcmp ogt double %202, 1.000000e+00
  %204 = select i1 %203, double 1.000000e+00, double %202
  %205 = fmul double %204, %204
  %206 = fmul double %204, 2.000000e+00
  %207 = fsub double 3.000000e+00, %206
  %208 = fmul double %205, %207
  %209 = tail call double @llvm.fabs.f64(double %198)
  %210 = fsub double %209, %160
  %211 = fmul double %163, %210
  %212 = fcmp olt double %211, 0.000000e+00
  %213 = select i1 %212, double 0.000000e+00, double %211
  %214 = fcmp ogt double %213, 1.000000e+00
  %215 = select i1 %214, double 1.000000e+00, double %213
  %216 = fmul double %215, %215
  %217 = fmul double %215, 2.000000e+00
  %218 = fsub double 3.000000e+00, %217
  %219 = fmul double %216, %218
  %220 = fmul double %208, %219
  %221 = fsub double %198, %125
  %222 = fdiv double %221, %116
  %223 = fcmp ogt double %222, 0.000000e+00
  %224 = fcmp olt double %222, 1.000000e+00
  %225 = and i1 %223, %224
  %226 = select i1 %117, i1 %225, i1 false
  br i1 %226, label %227, label %261
227:
  %228 = fsub double 1.000000e+00, %222
  br label %229
229:
  %230 = phi double [ 1.000000e+00, %227 ], [ %235, %229 ]
  %231 = phi double [ %228, %227 ], [ %236, %229 ]
  %232 = phi i1 [ false, %227 ], [ true, %229 ]
  %233 = phi i1 [ true, %227 ], [ false, %229 ]
  %234 = fmul double %230, %231
  %235 = select i1 %233, double %230, double %234
  %236 = fmul double %231, %231
  br i1 %232, label %237, label %229
237:
  %238 = fmul double %222, 5.000000e+00
  %239 = fcmp ogt double %238, 1.000000e+00
  %240 = select i1 %239, double 1.000000e+00, double %238
  %241 = fmul double %240, %240
  %242 = fmul double %240, 2.000000e+00
  %243 = fsub double 3.000000e+00, %242
  %244 = fmul double %241, %243
  %245 = fmul double %114, %244
  %246 = fmul double %245, %235
  %247 = fadd double %164, %222
  %248 = fsub double %195, %247
  %249 = fsub double 2.000000e-01, %247
  %250 = fdiv double 1.000000e+00, %249
  %251 = fmul double %248, %250
  %252 = fcmp olt double %251, 0.000000e+00
  %253 = select i1 %252, double 0.000000e+00, double %251
  %254 = fcmp ogt double %253, 1.000000e+00
  %255 = select i1 %254, double 1.000000e+00, double %253
  %256 = fmul double %255, %255
  %257 = fmul double %255, 2.000000e+00
  %258 = fsub double 3.000000e+00, %257
  %259 = fmul double %256, %258
  %260 = fmul double %259, %246
  br label %261
261:
  %262 = phi double [ %260, %237 ], [ 0.000000e+00, %179 ]
  %263 = fmul double %220, 0x3FE70A3D70A3D70A
  %264 = fsub double 1.000000e+00, %263
  %265 = select i1 %348, i64 %82, i64 0
  %266 = add i64 %265, %345
  %267 = mul i64 %266, %84
  %268 = getelementptr float, ptr %178, i64 %267
  %269 = load float, ptr %268, align 4
  %270 = fpext float %269 to double
  %271 = fmul double %264, %270
  %272 = fadd double %262, %271
  %273 = fptrunc double %272 to float
  store float %273, ptr %268, align 4
  %274 = getelementptr i8, ptr %268, i64 4
  %275 = load float, ptr %274, align 4
  %276 = fpext float %275 to double
  %277 = fmul double %264, %276
  %278 = fmul double %262, 9.300000e-01
  %279 = fadd double %278, %277
  %280 = fptrunc double %279 to float
  store float %280, ptr %274, align 4
  %281 = getelementptr i8, ptr %268, i64 8
  %282 = load float, ptr %281, align 4
  %283 = fpext float %282 to double
  %284 = fmul double %264, %283
  %285 = fmul double %262, 7.800000e-01
  %286 = fadd double %285, %284
  %287 = fptrunc double %286 to float
  store float %287, ptr %281, align 4
  br label %290
288:
  %289 = icmp sgt i64 %334, 1
  br i1 %289, label %333, label %914
290:
  %291 = icmp sgt i64 %344, 1
  br i1 %291, label %343, label %288
292:
  %293 = phi double [ 3.000000e-01, %119 ], [ %331, %292 ]
  %294 = phi double [ 1.000000e+09, %119 ], [ %329, %292 ]
  %295 = phi double [ 0.000000e+00, %119 ], [ %327, %292 ]
  %296 = phi double [ %106, %119 ], [ %325, %292 ]
  %297 = phi i64 [ 0, %119 ], [ %298, %292 ]
  %298 = add nuw nsw i64 %297, 1
  %299 = and i64 %297, 1
  %300 = icmp eq i64 %299, 0
  %301 = select i1 %300, double %130, double %129
  %302 = and i64 %297, 2
  %303 = icmp eq i64 %302, 0
  %304 = select i1 %303, double %132, double %131
  %305 = fmul double %121, %301
  %306 = fadd double %922, %305
  %307 = fmul double %123, %304
  %308 = fadd double %307, %306
  %309 = fmul double %123, %301
  %310 = fadd double %926, %309
  %311 = fmul double %121, %304
  %312 = fsub double %310, %311
  %313 = fmul double %64, %308
  %314 = fmul double %66, %312
  %315 = fadd double %313, %314
  %316 = fcmp olt double %315, 5.000000e-01
  %317 = select i1 %316, double 5.000000e-01, double %315
  %318 = fmul double %60, %308
  %319 = fmul double %62, %312
  %320 = fadd double %318, %319
  %321 = fdiv double %320, %317
  %322 = fmul double %68, %321
  %323 = fadd double %107, %322
  %324 = fcmp olt double %323, %296
  %325 = select i1 %324, double %323, double %296
  %326 = fcmp ogt double %323, %295
  %327 = select i1 %326, double %323, double %295
  %328 = fcmp olt double %317, %294
  %329 = select i1 %328, double %317, double %294
  %330 = fcmp ogt double %317, %293
  %331 = select i1 %330, double %317, double %293
  %332 = icmp eq i64 %298, 4
  br i1 %332, label %133, label %292
333:
  %334 = phi i64 [ %145, %147 ], [ %336, %288 ]
  %335 = phi i64 [ %138, %147 ], [ %337, %288 ]
  %336 = add nsw i64 %334, -1
  %337 = add nuw i64 %335, 1
  %338 = sitofp i64 %335 to double
  %339 = fadd double %338, 5.000000e-01
  %340 = fsub double %339, %70
  %341 = fdiv double %340, %68
  %342 = fcmp ugt double %341, 1.000000e-04
  br i1 %342, label %165, label %288
343:
  %344 = phi i64 [ %154, %167 ], [ %346, %290 ]
  %345 = phi i64 [ %149, %167 ], [ %347, %290 ]
  %346 = add nsw i64 %344, -1
  %347 = add nuw i64 %345, 1
  %348 = icmp slt i64 %345, 0
  %349 = select i1 %348, i64 %90, i64 0
  %350 = getelementptr float, ptr %172, i64 %345
  %351 = getelementptr float, ptr %350, i64 %349
  %352 = load float, ptr %351, align 4
  %353 = fpext float %352 to double
  %354 = fsub double %353, %166
  %355 = tail call double @llvm.fabs.f64(double %354)
  %356 = fcmp ogt double %355, %174
  br i1 %356, label %290, label %179
357:
  %358 = icmp slt i64 %4, 1
  br i1 %358, label %1423, label %359
359:
  %360 = sitofp i64 %82 to double
  %361 = sitofp i64 %80 to double
  %362 = fmul double %360, 5.000000e-01
  %363 = icmp slt i64 %94, 1
  %364 = icmp slt i64 %96, 1
  %365 = getelementptr i8, ptr %92, i64 24
  %366 = getelementptr double, ptr %92, i64 %96
  %367 = getelementptr i8, ptr %366, i64 24
  %368 = shl i64 %96, 4
  %369 = getelementptr i8, ptr %92, i64 %368
  %370 = getelementptr i8, ptr %369, i64 24
  %371 = getelementptr i8, ptr %369, i64 16
  %372 = mul i64 %96, 24
  %373 = getelementptr i8, ptr %92, i64 %372
  %374 = getelementptr i8, ptr %373, i64 24
  %375 = shl i64 %96, 5
  %376 = getelementptr i8, ptr %92, i64 %375
  %377 = getelementptr i8, ptr %376, i64 24
  %378 = getelementptr i8, ptr %376, i64 8
  %379 = mul i64 %96, 40
  %380 = getelementptr i8, ptr %92, i64 %379
  %381 = getelementptr i8, ptr %380, i64 24
  %382 = getelementptr i8, ptr %380, i64 8
  %383 = shl i64 %96, 6
  %384 = getelementptr i8, ptr %92, i64 %383
  %385 = getelementptr i8, ptr %384, i64 24
  %386 = mul i64 %96, 72
  %387 = getelementptr i8, ptr %92, i64 %386
  %388 = getelementptr i8, ptr %387, i64 24
  %389 = mul i64 %96, 80
  %390 = getelementptr i8, ptr %92, i64 %389
  %391 = getelementptr i8, ptr %390, i64 8
  %392 = getelementptr i8, ptr %390, i64 24
  %393 = mul i64 %96, 88
  %394 = getelementptr i8, ptr %92, i64 %393
  %395 = getelementptr i8, ptr %394, i64 8
  %396 = getelementptr i8, ptr %394, i64 24
  %397 = mul i64 %12, %10
  %398 = mul i64 %74, 48
  %399 = mul i64 %398, %76
  %400 = fdiv double 1.000000e+00, %68
  %401 = fptrunc double %400 to float
  %402 = fmul double %44, 1.700000e+00
  %403 = fadd double %402, 1.000000e-01
  %404 = fmul double %44, 2.000000e-02
  %405 = fmul double %44, 3.000000e-02
  %406 = fmul double %44, 2.600000e+00
  %407 = fadd double %406, 2.500000e-01
  %408 = fmul double %44, 2.450000e+00
  %409 = fadd double %408, 2.500000e-01
  %410 = fmul double %44, 2.100000e+00
  %411 = fadd double %410, 2.400000e-01
  %412 = fmul double %16, 5.000000e-01
  %413 = fcmp ogt double %48, 0.000000e+00
  %414 = ashr i64 %74, 1
  %415 = icmp slt i64 %414, 0
  %416 = select i1 %415, i64 %74, i64 0
  %417 = add i64 %416, %414
  %418 = mul i64 %417, %76
  %419 = getelementptr i8, ptr %72, i64 %399
  %420 = getelementptr double, ptr %419, i64 %418
  %421 = getelementptr i8, ptr %420, i64 8
  %422 = getelementptr i8, ptr %420, i64 16
  %423 = fneg double %50
  %424 = sdiv i64 %74, 2
  %425 = icmp slt i64 %74, -1
  %426 = select i1 %425, i64 %74, i64 0
  %427 = add i64 %426, %424
  %428 = mul i64 %427, %76
  %429 = getelementptr double, ptr %72, i64 %428
  %430 = getelementptr i8, ptr %429, i64 16
  %431 = fmul double %36, 1.000000e-01
  %432 = getelementptr i8, ptr %429, i64 8
  %433 = fmul double %34, 1.000000e-01
  %434 = fmul double %32, 1.000000e-01
  %435 = mul i64 %84, %82
  %436 = shl i64 %96, 3
  br label %932
437:
  %438 = fneg double %949
  br label %959
439:
  %440 = fcmp olt double %951, 1.800000e+00
  %441 = fmul double %951, 6.200000e-01
  %442 = select i1 %440, double 9.200000e-01, double %441
  %443 = fcmp ogt double %951, 1.800000e+00
  br i1 %363, label %526, label %527
444:
  store double %949, ptr %365, align 8
  store double %949, ptr %367, align 8
  store double %442, ptr %370, align 8
  store double 5.000000e-02, ptr %371, align 8
  store double -2.600000e-01, ptr %374, align 8
  store double %947, ptr %377, align 8
  store double 1.200000e-01, ptr %378, align 8
  store double %947, ptr %381, align 8
  store double 6.000000e-02, ptr %382, align 8
  %445 = select i1 %443, double 1.000000e-01, double 3.000000e-01
  %446 = fadd double %949, -4.000000e-02
  %447 = fmul double %445, %442
  %448 = fadd double %446, %447
  br label %576
449:
  store double %951, ptr %385, align 8
  %450 = fadd double %442, -1.200000e-01
  %451 = fneg double %450
  store double %451, ptr %388, align 8
  %452 = select i1 %443, double 4.500000e-01, double 1.150000e+00
  store double %452, ptr %391, align 8
  %453 = fadd double %947, -4.000000e-01
  %454 = fmul double %947, 5.000000e-01
  %455 = select i1 %443, double %453, double %454
  %456 = fmul double %452, %442
  %457 = fadd double %455, %456
  store double %457, ptr %392, align 8
  %458 = select i1 %443, double 5.000000e-02, double 8.500000e-01
  store double %458, ptr %395, align 8
  %459 = fadd double %947, -1.000000e-01
  %460 = fmul double %947, 0x3FE70A3D70A3D70A
  %461 = select i1 %443, double %459, double %460
  %462 = fmul double %458, %442
  %463 = fadd double %461, %462
  store double %463, ptr %396, align 8
  %464 = load double, ptr %936, align 8
  %465 = load double, ptr %939, align 8
  %466 = fdiv double %464, 3.000000e+00
  %467 = fadd double %466, -5.000000e-01
  %468 = fdiv double %465, 3.000000e+00
  %469 = fadd double %468, -5.000000e-01
  %470 = tail call double @llvm.floor.f64(double %467)
  %471 = tail call double @llvm.floor.f64(double %469)
  %472 = fptosi double %470 to i64
  %473 = and i64 %472, 511
  %474 = fptosi double %471 to i64
  %475 = and i64 %474, 511
  %476 = add nsw i64 %472, 1
  %477 = and i64 %476, 511
  %478 = add nsw i64 %474, 1
  %479 = and i64 %478, 511
  %480 = mul i64 %475, %397
  %481 = mul i64 %473, %12
  %482 = getelementptr float, ptr %8, i64 %480
  %483 = getelementptr float, ptr %482, i64 %481
  %484 = load float, ptr %483, align 4
  %485 = mul i64 %477, %12
  %486 = getelementptr float, ptr %482, i64 %485
  %487 = load float, ptr %486, align 4
  %488 = mul i64 %479, %397
  %489 = getelementptr float, ptr %8, i64 %488
  %490 = getelementptr float, ptr %489, i64 %481
  %491 = load float, ptr %490, align 4
  %492 = getelementptr float, ptr %489, i64 %485
  %493 = load float, ptr %492, align 4
  %494 = getelementptr i8, ptr %483, i64 4
  %495 = load float, ptr %494, align 4
  %496 = getelementptr i8, ptr %486, i64 4
  %497 = load float, ptr %496, align 4
  %498 = getelementptr i8, ptr %490, i64 4
  %499 = load float, ptr %498, align 4
  %500 = getelementptr i8, ptr %492, i64 4
  %501 = load float, ptr %500, align 4
  %502 = getelementptr i8, ptr %483, i64 8
  %503 = load float, ptr %502, align 4
  %504 = getelementptr i8, ptr %486, i64 8
  %505 = load float, ptr %504, align 4
  %506 = getelementptr i8, ptr %490, i64 8
  %507 = load float, ptr %506, align 4
  %508 = getelementptr i8, ptr %492, i64 8
  %509 = load float, ptr %508, align 4
  %510 = getelementptr i8, ptr %483, i64 12
  %511 = load float, ptr %510, align 4
  %512 = getelementptr i8, ptr %486, i64 12
  %513 = load float, ptr %512, align 4
  %514 = getelementptr i8, ptr %490, i64 12
  %515 = load float, ptr %514, align 4
  %516 = getelementptr i8, ptr %492, i64 12
  %517 = load float, ptr %516, align 4
  %518 = getelementptr i8, ptr %483, i64 16
  %519 = load float, ptr %518, align 4
  %520 = getelementptr i8, ptr %486, i64 16
  %521 = load float, ptr %520, align 4
  %522 = getelementptr i8, ptr %490, i64 16
  %523 = load float, ptr %522, align 4
  %524 = getelementptr i8, ptr %492, i64 16
  %525 = load float, ptr %524, align 4
  br label %1023
526:
  br label %527
527:
  %528 = phi i64 [ %94, %526 ], [ 0, %439 ]
  br i1 %364, label %534, label %535
529:
  %530 = phi i64 [ 0, %538 ], [ %547, %546 ]
  br i1 %539, label %531, label %546
531:
  %532 = mul i64 %530, %436
  %533 = getelementptr i8, ptr %545, i64 %532
  tail call void @llvm.memset.p0.i64(ptr align 8 %533, i8 0, i64 %542, i1 false)
  br label %546
534:
  br label %535
535:
  %536 = phi i64 [ %96, %534 ], [ 0, %527 ]
  %537 = icmp slt i64 %528, %94
  br i1 %537, label %538, label %549
538:
  %539 = icmp slt i64 %536, %96
  %540 = mul i64 %528, %436
  %541 = shl i64 %536, 3
  %542 = sub i64 %436, %541
  %543 = sub i64 %94, %528
  %544 = getelementptr i8, ptr %92, i64 %540
  %545 = getelementptr i8, ptr %544, i64 %541
  br label %529
546:
  %547 = add nuw i64 %530, 1
  %548 = icmp eq i64 %547, %543
  br i1 %548, label %549, label %529
549:
  br label %550
550:
  %551 = phi i64 [ %552, %550 ], [ 0, %549 ]
  %552 = add nuw nsw i64 %551, 1
  %553 = mul nuw nsw i64 %551, 6
  %554 = mul i64 %553, %96
  %555 = getelementptr double, ptr %92, i64 %554
  store double 1.000000e+00, ptr %555, align 8
  %556 = or i64 %553, 1
  %557 = mul i64 %556, %96
  %558 = getelementptr double, ptr %92, i64 %557
  store double -1.000000e+00, ptr %558, align 8
  %559 = add nuw nsw i64 %553, 2
  %560 = mul i64 %559, %96
  %561 = getelementptr double, ptr %92, i64 %560
  %562 = getelementptr i8, ptr %561, i64 8
  store double 1.000000e+00, ptr %562, align 8
  %563 = add nuw nsw i64 %553, 3
  %564 = mul i64 %563, %96
  %565 = getelementptr double, ptr %92, i64 %564
  %566 = getelementptr i8, ptr %565, i64 8
  store double -1.000000e+00, ptr %566, align 8
  %567 = add nuw nsw i64 %553, 4
  %568 = mul i64 %567, %96
  %569 = getelementptr double, ptr %92, i64 %568
  %570 = getelementptr i8, ptr %569, i64 16
  store double 1.000000e+00, ptr %570, align 8
  %571 = add nuw nsw i64 %553, 5
  %572 = mul i64 %571, %96
  %573 = getelementptr double, ptr %92, i64 %572
  %574 = getelementptr i8, ptr %573, i64 16
  store double -1.000000e+00, ptr %574, align 8
  %575 = icmp eq i64 %552, 2
  br i1 %575, label %444, label %550
576:
  %577 = phi i64 [ 0, %444 ], [ %578, %576 ]
  %578 = add nuw nsw i64 %577, 1
  %579 = add nuw nsw i64 %577, 6
  %580 = mul i64 %579, %96
  %581 = getelementptr double, ptr %92, i64 %580
  %582 = getelementptr i8, ptr %581, i64 8
  store double %445, ptr %582, align 8
  %583 = getelementptr i8, ptr %581, i64 24
  store double %448, ptr %583, align 8
  %584 = icmp eq i64 %578, 2
  br i1 %584, label %449, label %576
585:
  %586 = icmp sgt i64 %588, 1
  br i1 %586, label %587, label %912
587:
  %588 = phi i64 [ %1123, %1026 ], [ %590, %585 ]
  %589 = phi i64 [ %1016, %1026 ], [ %591, %585 ]
  %590 = add nsw i64 %588, -1
  %591 = add nuw i64 %589, 1
  br i1 %1127, label %585, label %592
592:
  %593 = sitofp i64 %589 to double
  %594 = fsub double %70, %593
  %595 = fadd double %594, -1.250000e-01
  %596 = icmp slt i64 %589, 0
  %597 = select i1 %596, i64 %88, i64 0
  %598 = add i64 %597, %589
  %599 = mul i64 %598, %90
  %600 = getelementptr float, ptr %86, i64 %599
  %601 = select i1 %596, i64 %80, i64 0
  %602 = add i64 %601, %589
  %603 = mul i64 %435, %602
  %604 = getelementptr float, ptr %78, i64 %603
  br label %607
605:
  %606 = icmp sgt i64 %608, 1
  br i1 %606, label %607, label %585
607:
  %608 = phi i64 [ %1126, %592 ], [ %1341, %605 ]
  %609 = phi i64 [ %1010, %592 ], [ %1342, %605 ]
  %610 = sitofp i64 %609 to double
  %611 = fadd double %610, 1.250000e-01
  br label %615
612:
  %613 = add nuw nsw i64 %616, 1
  %614 = icmp eq i64 %613, 4
  br i1 %614, label %648, label %615
615:
  %616 = phi i64 [ 0, %607 ], [ %613, %612 ]
  %617 = shl nuw nsw i64 %616, 1
  %618 = or i64 %617, 1
  %619 = urem i64 %618, 5
  %620 = uitofp i64 %619 to double
  %621 = fmul double %620, 2.500000e-01
  %622 = fadd double %611, %621
  %623 = fsub double %622, %362
  %624 = fptrunc double %623 to float
  %625 = uitofp i64 %616 to double
  %626 = fmul double %625, 2.500000e-01
  %627 = fsub double %595, %626
  %628 = fptrunc double %627 to float
  %629 = fmul float %401, %628
  %630 = shl i64 %616, 6
  %631 = getelementptr i8, ptr %98, i64 %630
  %632 = getelementptr i8, ptr %631, i64 256
  %633 = getelementptr i8, ptr %631, i64 512
  br label %634
634:
  %635 = phi i64 [ 0, %615 ], [ %636, %634 ]
  %636 = add nuw nsw i64 %635, 1
  %637 = uitofp i64 %635 to float
  %638 = fadd float %624, %637
  %639 = fmul float %638, %401
  %640 = fmul float %639, %1135
  %641 = fadd float %640, %1131
  %642 = getelementptr float, ptr %631, i64 %635
  store float %641, ptr %642, align 4
  %643 = fmul float %639, %1143
  %644 = fadd float %643, %1139
  %645 = getelementptr float, ptr %632, i64 %635
  store float %644, ptr %645, align 4
  %646 = getelementptr float, ptr %633, i64 %635
  store float %629, ptr %646, align 4
  %647 = icmp eq i64 %636, 16
  br i1 %647, label %612, label %634
648:
  %649 = phi i64 [ %650, %648 ], [ 0, %612 ]
  %650 = add nuw nsw i64 %649, 1
  %651 = getelementptr float, ptr %98, i64 %649
  %652 = getelementptr i8, ptr %651, i64 768
  store float 1.000000e+09, ptr %652, align 4
  %653 = getelementptr i8, ptr %651, i64 1024
  store float -1.000000e+00, ptr %653, align 4
  %654 = icmp eq i64 %650, 64
  br i1 %654, label %1192, label %648
655:
  %656 = phi i64 [ %849, %903 ], [ %1344, %1340 ]
  %657 = phi i64 [ %850, %903 ], [ %609, %1340 ]
  %658 = sub i64 %657, %609
  %659 = icmp slt i64 %657, 0
  %660 = select i1 %659, i64 %90, i64 0
  %661 = getelementptr float, ptr %600, i64 %657
  %662 = getelementptr float, ptr %661, i64 %660
  br label %1346
663:
  %664 = load float, ptr %662, align 4
  %665 = fpext float %664 to double
  %666 = fadd double %665, 1.500000e-01
  %667 = fpext float %1367 to double
  %668 = fcmp olt double %666, %667
  br i1 %668, label %905, label %1369
669:
  %670 = icmp ult i64 %1370, 4
  br i1 %670, label %674, label %671
671:
  %672 = tail call double @llvm.fabs.f64(double %1387)
  %673 = fdiv double %672, %949
  br label %686
674:
  %675 = fadd double %1393, 1.000000e-01
  %676 = tail call double @llvm.fabs.f64(double %675)
  %677 = fdiv double %676, %947
  %678 = icmp ult i64 %1370, 2
  br i1 %678, label %679, label %686
679:
  %680 = fadd double %1393, 1.500000e-01
  %681 = tail call double @llvm.fabs.f64(double %680)
  %682 = fcmp ogt double %681, 3.000000e-02
  %683 = fcmp olt double %681, 1.000000e-01
  %684 = and i1 %682, %683
  br i1 %684, label %686, label %685
685:
  br label %686
686:
  %687 = phi double [ %677, %679 ], [ %673, %671 ], [ %677, %674 ], [ %677, %685 ]
  %688 = phi double [ %1396, %679 ], [ 3.000000e-02, %671 ], [ 3.000000e-02, %674 ], [ 3.000000e-02, %685 ]
  %689 = phi double [ %1395, %679 ], [ 2.400000e-02, %671 ], [ 2.400000e-02, %674 ], [ 2.400000e-02, %685 ]
  %690 = phi double [ %1394, %679 ], [ 2.000000e-02, %671 ], [ 2.000000e-02, %674 ], [ 2.000000e-02, %685 ]
  %691 = phi double [ 1.000000e-01, %679 ], [ 1.600000e-01, %671 ], [ 1.600000e-01, %674 ], [ 1.600000e-01, %685 ]
  %692 = fcmp ule double %687, 8.200000e-01
  %693 = or i1 %670, %692
  %694 = select i1 %693, double %688, double 3.000000e-02
  %695 = select i1 %693, double %689, double 3.000000e-02
  %696 = select i1 %693, double %690, double 3.000000e-02
  br label %757
697:
  %698 = icmp ult i64 %1362, 6
  %699 = icmp ult i64 %1370, 2
  %700 = select i1 %698, i1 %699, i1 false
  br i1 %700, label %701, label %719
701:
  %702 = fadd double %1390, -3.300000e-01
  br label %1401
703:
  %704 = fcmp olt double %1421, 2.000000e-01
  br i1 %704, label %705, label %706
705:
  br label %706
706:
  %707 = phi double [ 2.300000e-01, %705 ], [ 1.200000e-02, %703 ], [ %1405, %1416 ]
  %708 = phi double [ 2.200000e-01, %705 ], [ 1.200000e-02, %703 ], [ %1404, %1416 ]
  %709 = phi double [ 2.200000e-01, %705 ], [ 1.200000e-02, %703 ], [ %1403, %1416 ]
  %710 = phi double [ 0.000000e+00, %705 ], [ 0.000000e+00, %703 ], [ %1402, %1416 ]
  br i1 %1407, label %711, label %1401
711:
  %712 = fcmp olt double %1390, 3.600000e-01
  %713 = fmul double %709, 3.000000e-01
  %714 = fmul double %708, 3.000000e-01
  %715 = fmul double %707, 3.000000e-01
  %716 = select i1 %712, double %715, double %707
  %717 = select i1 %712, double %714, double %708
  %718 = select i1 %712, double %713, double %709
  br label %757
719:
  %720 = icmp eq i64 %1370, 4
  %721 = and i1 %698, %720
  br i1 %721, label %722, label %738
722:
  %723 = tail call double @llvm.fabs.f64(double %1387)
  %724 = fsub double %723, %1148
  %725 = tail call double @llvm.fabs.f64(double %724)
  %726 = fcmp olt double %725, 1.900000e-01
  %727 = fcmp ogt double %1390, 5.900000e-01
  %728 = fcmp olt double %1390, 7.300000e-01
  %729 = and i1 %727, %728
  %730 = select i1 %726, i1 %729, i1 false
  br i1 %730, label %772, label %731
731:
  %732 = fcmp olt double %723, %1149
  %733 = fcmp ogt double %1390, 4.200000e-01
  %734 = fcmp olt double %1390, 6.200000e-01
  %735 = and i1 %733, %734
  %736 = select i1 %732, i1 %735, i1 false
  br i1 %736, label %737, label %772
737:
  br label %772
738:
  %739 = icmp eq i64 %1370, 5
  %740 = and i1 %698, %739
  br i1 %740, label %741, label %757
741:
  %742 = tail call double @llvm.fabs.f64(double %1387)
  %743 = fsub double %742, %1147
  %744 = tail call double @llvm.fabs.f64(double %743)
  %745 = fcmp olt double %744, 2.400000e-01
  %746 = fcmp ogt double %1390, 6.600000e-01
  %747 = fcmp olt double %1390, 7.800000e-01
  %748 = and i1 %746, %747
  %749 = select i1 %745, i1 %748, i1 false
  br i1 %749, label %772, label %750
750:
  %751 = fcmp olt double %742, 2.600000e-01
  %752 = fcmp ogt double %1390, 4.800000e-01
  %753 = fcmp olt double %1390, 6.000000e-01
  %754 = and i1 %752, %753
  %755 = select i1 %751, i1 %754, i1 false
  br i1 %755, label %756, label %772
756:
  br label %772
757:
  %758 = phi double [ %694, %686 ], [ %716, %711 ], [ %1396, %738 ]
  %759 = phi double [ %695, %686 ], [ %717, %711 ], [ %1395, %738 ]
  %760 = phi double [ %696, %686 ], [ %718, %711 ], [ %1394, %738 ]
  %761 = phi double [ %691, %686 ], [ %710, %711 ], [ 1.000000e-01, %738 ]
  %762 = icmp eq i64 %1370, 2
  br i1 %762, label %763, label %765
763:
  br i1 %413, label %764, label %789
764:
  br label %789
765:
  %766 = icmp ult i64 %1370, 2
  br i1 %766, label %767, label %782
767:
  %768 = icmp eq i64 %1370, 0
  %769 = select i1 %768, double %1156, double %1157
  %770 = fcmp olt double %769, 0.000000e+00
  %771 = select i1 %770, double 0.000000e+00, double %769
  br label %789
772:
  %773 = phi double [ 1.000000e-02, %741 ], [ %1396, %731 ], [ %1396, %722 ], [ 4.500000e-01, %756 ], [ %1396, %750 ], [ 3.000000e-02, %737 ]
  %774 = phi double [ 1.000000e-02, %741 ], [ %1395, %731 ], [ %1395, %722 ], [ 5.000000e-01, %756 ], [ %1395, %750 ], [ 3.000000e-02, %737 ]
  %775 = phi double [ 3.000000e-01, %741 ], [ %1394, %731 ], [ %1394, %722 ], [ 5.000000e-01, %756 ], [ %1394, %750 ], [ 3.000000e-02, %737 ]
  %776 = phi double [ %403, %741 ], [ 0.000000e+00, %731 ], [ %407, %722 ], [ 0.000000e+00, %756 ], [ 0.000000e+00, %750 ], [ 0.000000e+00, %737 ]
  %777 = phi double [ %404, %741 ], [ 0.000000e+00, %731 ], [ %409, %722 ], [ 0.000000e+00, %756 ], [ 0.000000e+00, %750 ], [ 0.000000e+00, %737 ]
  %778 = phi double [ %405, %741 ], [ 0.000000e+00, %731 ], [ %411, %722 ], [ 0.000000e+00, %756 ], [ 0.000000e+00, %750 ], [ 0.000000e+00, %737 ]
  %779 = select i1 %720, double %1152, double %1153
  %780 = fcmp olt double %779, 0.000000e+00
  %781 = select i1 %780, double 0.000000e+00, double %779
  br label %789
782:
  %783 = icmp eq i64 %1370, 4
  %784 = select i1 %783, double %1152, double %1153
  %785 = fcmp olt double %784, 0.000000e+00
  %786 = select i1 %785, double 0.000000e+00, double %784
  br i1 %1398, label %787, label %789
787:
  %788 = fadd double %412, %786
  br label %789
789:
  %790 = phi double [ 0.000000e+00, %782 ], [ 0.000000e+00, %767 ], [ 0.000000e+00, %787 ], [ 0.000000e+00, %764 ], [ 0.000000e+00, %763 ], [ %778, %772 ]
  %791 = phi double [ 0.000000e+00, %782 ], [ 0.000000e+00, %767 ], [ 0.000000e+00, %787 ], [ 0.000000e+00, %764 ], [ 0.000000e+00, %763 ], [ %777, %772 ]
  %792 = phi double [ 0.000000e+00, %782 ], [ 0.000000e+00, %767 ], [ 0.000000e+00, %787 ], [ 0.000000e+00, %764 ], [ 0.000000e+00, %763 ], [ %776, %772 ]
  %793 = phi double [ %758, %782 ], [ %758, %767 ], [ %758, %787 ], [ 0x3FE7AE147AE147AE, %764 ], [ %758, %763 ], [ %773, %772 ]
  %794 = phi double [ %759, %782 ], [ %759, %767 ], [ %759, %787 ], [ 7.100000e-01, %764 ], [ %759, %763 ], [ %774, %772 ]
  %795 = phi double [ %760, %782 ], [ %760, %767 ], [ %760, %787 ], [ 0x3FE6666666666666, %764 ], [ %760, %763 ], [ %775, %772 ]
  %796 = phi double [ %761, %782 ], [ %761, %767 ], [ %761, %787 ], [ 0.000000e+00, %764 ], [ %761, %763 ], [ 1.000000e-01, %772 ]
  %797 = phi double [ 5.500000e-01, %782 ], [ 5.500000e-01, %767 ], [ 8.000000e-01, %787 ], [ 1.000000e+00, %764 ], [ 1.000000e+00, %763 ], [ 5.500000e-01, %772 ]
  %798 = phi double [ %786, %782 ], [ %771, %767 ], [ %788, %787 ], [ %16, %764 ], [ %16, %763 ], [ %781, %772 ]
  %799 = fmul double %1122, %798
  %800 = fadd double %1390, -1.000000e-01
  %801 = fdiv double %800, 6.000000e-01
  %802 = fcmp olt double %801, 0.000000e+00
  %803 = select i1 %802, double 0.000000e+00, double %801
  %804 = fcmp ogt double %803, 1.000000e+00
  %805 = select i1 %804, double 1.000000e+00, double %803
  %806 = fmul double %805, 4.500000e-01
  %807 = fadd double %806, 5.500000e-01
  %808 = fmul double %1104, %797
  %809 = fmul double %807, %808
  %810 = fmul double %20, %799
  %811 = fadd double %809, %810
  %812 = fmul double %1108, %797
  %813 = fmul double %807, %812
  %814 = fmul double %22, %799
  %815 = fadd double %813, %814
  %816 = fmul double %1112, %797
  %817 = fmul double %807, %816
  %818 = fmul double %24, %799
  %819 = fadd double %817, %818
  %820 = load double, ptr %420, align 8
  %821 = load double, ptr %421, align 8
  %822 = load double, ptr %422, align 8
  %823 = fcmp ogt double %1347, %667
  %824 = select i1 %823, double %667, double %1347
  %825 = fadd double %1351, 1.000000e+00
  %826 = fmul double %793, %819
  %827 = fadd double %790, %826
  %828 = fmul double %796, %822
  %829 = fadd double %828, %827
  %830 = fmul double %796, 3.000000e-01
  %831 = fmul double %1112, %830
  %832 = fadd double %831, %829
  %833 = fadd double %1348, %832
  %834 = fmul double %794, %815
  %835 = fadd double %791, %834
  %836 = fmul double %796, %821
  %837 = fadd double %836, %835
  %838 = fmul double %1108, %830
  %839 = fadd double %838, %837
  %840 = fadd double %1349, %839
  %841 = fmul double %795, %811
  %842 = fadd double %792, %841
  %843 = fmul double %796, %820
  %844 = fadd double %843, %842
  %845 = fmul double %1104, %830
  %846 = fadd double %845, %844
  %847 = fadd double %1350, %846
  br label %905
848:
  %849 = add nsw i64 %656, -1
  %850 = add i64 %657, 1
  %851 = fcmp ogt double %906, 0.000000e+00
  br i1 %851, label %852, label %903
852:
  %853 = fdiv double %907, %906
  %854 = fdiv double %908, %906
  %855 = fdiv double %909, %906
  %856 = fmul double %910, %423
  %857 = tail call double @llvm.exp.f64(double %856)
  %858 = fmul double %855, %857
  %859 = load double, ptr %430, align 8
  %860 = fadd double %431, %859
  %861 = fsub double 1.000000e+00, %857
  %862 = fmul double %861, %860
  %863 = fadd double %858, %862
  %864 = fmul double %854, %857
  %865 = load double, ptr %432, align 8
  %866 = fadd double %433, %865
  %867 = fmul double %861, %866
  %868 = fadd double %864, %867
  %869 = fmul double %853, %857
  %870 = load double, ptr %429, align 8
  %871 = fadd double %434, %870
  %872 = fmul double %861, %871
  %873 = fadd double %869, %872
  %874 = fmul double %906, 2.500000e-01
  %875 = fsub double 1.000000e+00, %874
  %876 = select i1 %659, i64 %82, i64 0
  %877 = add i64 %876, %657
  %878 = mul i64 %877, %84
  %879 = getelementptr float, ptr %604, i64 %878
  %880 = load float, ptr %879, align 4
  %881 = fpext float %880 to double
  %882 = fmul double %875, %881
  %883 = fmul double %874, %873
  %884 = fadd double %882, %883
  %885 = fptrunc double %884 to float
  store float %885, ptr %879, align 4
  %886 = getelementptr i8, ptr %879, i64 4
  %887 = load float, ptr %886, align 4
  %888 = fpext float %887 to double
  %889 = fmul double %875, %888
  %890 = fmul double %874, %868
  %891 = fadd double %890, %889
  %892 = fptrunc double %891 to float
  store float %892, ptr %886, align 4
  %893 = getelementptr i8, ptr %879, i64 8
  %894 = load float, ptr %893, align 4
  %895 = fpext float %894 to double
  %896 = fmul double %875, %895
  %897 = fmul double %874, %863
  %898 = fadd double %897, %896
  %899 = fptrunc double %898 to float
  store float %899, ptr %893, align 4
  %900 = fcmp ogt double %874, 5.000000e-01
  br i1 %900, label %901, label %903
901:
  %902 = fptrunc double %910 to float
  store float %902, ptr %662, align 4
  br label %903
903:
  %904 = icmp sgt i64 %656, 1
  br i1 %904, label %655, label %605
905:
  %906 = phi double [ %825, %789 ], [ %1351, %1346 ], [ %1351, %663 ]
  %907 = phi double [ %847, %789 ], [ %1350, %1346 ], [ %1350, %663 ]
  %908 = phi double [ %840, %789 ], [ %1349, %1346 ], [ %1349, %663 ]
  %909 = phi double [ %833, %789 ], [ %1348, %1346 ], [ %1348, %663 ]
  %910 = phi double [ %824, %789 ], [ %1347, %1346 ], [ %1347, %663 ]
  %911 = icmp eq i64 %1353, 4
  br i1 %911, label %848, label %1346
912:
  %913 = icmp eq i64 %934, %4
  br i1 %913, label %1423, label %932
914:
  %915 = icmp eq i64 %918, %4
  br i1 %915, label %357, label %916
916:
  %917 = phi i64 [ 0, %104 ], [ %918, %914 ]
  %918 = add nuw nsw i64 %917, 1
  %919 = mul i64 %917, %6
  %920 = getelementptr double, ptr %2, i64 %919
  %921 = load double, ptr %920, align 8
  %922 = fsub double %921, %54
  %923 = fmul double %64, %922
  %924 = getelementptr i8, ptr %920, i64 8
  %925 = load double, ptr %924, align 8
  %926 = fsub double %925, %58
  %927 = fmul double %66, %926
  %928 = fadd double %923, %927
  %929 = fcmp ogt double %928, 0.000000e+00
  %930 = fcmp olt double %928, 1.400000e+02
  %931 = and i1 %929, %930
  br i1 %931, label %119, label %914
932:
  %933 = phi i64 [ 0, %359 ], [ %934, %912 ]
  %934 = add nuw nsw i64 %933, 1
  %935 = mul i64 %933, %6
  %936 = getelementptr double, ptr %2, i64 %935
  %937 = load double, ptr %936, align 8
  %938 = fsub double %937, %54
  %939 = getelementptr i8, ptr %936, i64 8
  %940 = load double, ptr %939, align 8
  %941 = fsub double %940, %58
  %942 = getelementptr i8, ptr %936, i64 16
  %943 = load double, ptr %942, align 8
  %944 = getelementptr i8, ptr %936, i64 24
  %945 = load double, ptr %944, align 8
  %946 = getelementptr i8, ptr %936, i64 32
  %947 = load double, ptr %946, align 8
  %948 = getelementptr i8, ptr %936, i64 40
  %949 = load double, ptr %948, align 8
  %950 = getelementptr i8, ptr %936, i64 48
  %951 = load double, ptr %950, align 8
  %952 = fmul double %64, %938
  %953 = fmul double %66, %941
  %954 = fadd double %952, %953
  %955 = fneg double %947
  %956 = fcmp olt double %954, %955
  %957 = fcmp ogt double %954, 4.200000e+02
  %958 = or i1 %956, %957
  br i1 %958, label %912, label %437
959:
  %960 = phi double [ 0.000000e+00, %437 ], [ %1005, %959 ]
  %961 = phi double [ %361, %437 ], [ %1003, %959 ]
  %962 = phi double [ 0.000000e+00, %437 ], [ %1001, %959 ]
  %963 = phi double [ %360, %437 ], [ %999, %959 ]
  %964 = phi i64 [ 0, %437 ], [ %965, %959 ]
  %965 = add nuw nsw i64 %964, 1
  %966 = and i64 %964, 1
  %967 = icmp eq i64 %966, 0
  %968 = select i1 %967, double %955, double %947
  %969 = and i64 %964, 2
  %970 = icmp eq i64 %969, 0
  %971 = select i1 %970, double %438, double %949
  %972 = and i64 %964, 4
  %973 = icmp eq i64 %972, 0
  %974 = select i1 %973, double 0.000000e+00, double %951
  %975 = fmul double %943, %968
  %976 = fadd double %938, %975
  %977 = fmul double %945, %971
  %978 = fadd double %977, %976
  %979 = fmul double %945, %968
  %980 = fadd double %941, %979
  %981 = fmul double %943, %971
  %982 = fsub double %980, %981
  %983 = fmul double %64, %978
  %984 = fmul double %66, %982
  %985 = fadd double %983, %984
  %986 = fcmp olt double %985, 3.000000e-01
  %987 = select i1 %986, double 3.000000e-01, double %985
  %988 = fsub double %974, %56
  %989 = fmul double %60, %978
  %990 = fmul double %62, %982
  %991 = fadd double %989, %990
  %992 = fdiv double %991, %987
  %993 = fmul double %68, %992
  %994 = fadd double %362, %993
  %995 = fdiv double %988, %987
  %996 = fmul double %68, %995
  %997 = fsub double %70, %996
  %998 = fcmp olt double %994, %963
  %999 = select i1 %998, double %994, double %963
  %1000 = fcmp ogt double %994, %962
  %1001 = select i1 %1000, double %994, double %962
  %1002 = fcmp olt double %997, %961
  %1003 = select i1 %1002, double %997, double %961
  %1004 = fcmp ogt double %997, %960
  %1005 = select i1 %1004, double %997, double %960
  %1006 = icmp eq i64 %965, 8
  br i1 %1006, label %1007, label %959
1007:
  %1008 = tail call double @llvm.floor.f64(double %999)
  %1009 = fptosi double %1008 to i64
  %1010 = tail call i64 @llvm.smax.i64(i64 %1009, i64 0)
  %1011 = tail call double @llvm.ceil.f64(double %1001)
  %1012 = fptosi double %1011 to i64
  %1013 = tail call i64 @llvm.smin.i64(i64 %82, i64 %1012)
  %1014 = tail call double @llvm.floor.f64(double %1003)
  %1015 = fptosi double %1014 to i64
  %1016 = tail call i64 @llvm.smax.i64(i64 %1015, i64 0)
  %1017 = tail call double @llvm.ceil.f64(double %1005)
  %1018 = fptosi double %1017 to i64
  %1019 = tail call i64 @llvm.smin.i64(i64 %80, i64 %1018)
  %1020 = icmp slt i64 %1010, %1013
  %1021 = icmp slt i64 %1016, %1019
  %1022 = select i1 %1020, i1 %1021, i1 false
  br i1 %1022, label %439, label %912
1023:
  %1024 = phi double [ 0.000000e+00, %449 ], [ 0x3FED8A2B4AC44685, %1023 ]
  %1025 = phi i1 [ true, %449 ], [ false, %1023 ]
  br i1 %1025, label %1023, label %1026
1026:
  %1027 = fmul double %938, %945
  %1028 = fmul double %941, %943
  %1029 = fsub double %1027, %1028
  %1030 = fmul double %938, %943
  %1031 = fmul double %941, %945
  %1032 = fadd double %1030, %1031
  %1033 = fsub double %467, %470
  %1034 = fsub double %469, %471
  %1035 = fsub double 1.000000e+00, %1034
  %1036 = fsub double 1.000000e+00, %1033
  %1037 = fmul double %1036, %1035
  %1038 = fmul double %1033, %1035
  %1039 = fmul double %1036, %1034
  %1040 = fmul double %1033, %1034
  %1041 = fpext float %484 to double
  %1042 = fmul double %1037, %1041
  %1043 = fpext float %487 to double
  %1044 = fmul double %1038, %1043
  %1045 = fadd double %1042, %1044
  %1046 = fpext float %491 to double
  %1047 = fmul double %1039, %1046
  %1048 = fpext float %493 to double
  %1049 = fmul double %1040, %1048
  %1050 = fadd double %1047, %1049
  %1051 = fadd double %1050, %1045
  %1052 = fpext float %495 to double
  %1053 = fmul double %1037, %1052
  %1054 = fpext float %497 to double
  %1055 = fmul double %1038, %1054
  %1056 = fadd double %1053, %1055
  %1057 = fpext float %499 to double
  %1058 = fmul double %1039, %1057
  %1059 = fpext float %501 to double
  %1060 = fmul double %1040, %1059
  %1061 = fadd double %1058, %1060
  %1062 = fadd double %1056, %1061
  %1063 = fpext float %503 to double
  %1064 = fmul double %1037, %1063
  %1065 = fpext float %505 to double
  %1066 = fmul double %1038, %1065
  %1067 = fadd double %1064, %1066
  %1068 = fpext float %507 to double
  %1069 = fmul double %1039, %1068
  %1070 = fpext float %509 to double
  %1071 = fmul double %1040, %1070
  %1072 = fadd double %1069, %1071
  %1073 = fadd double %1067, %1072
  %1074 = fpext float %511 to double
  %1075 = fmul double %1037, %1074
  %1076 = fpext float %513 to double
  %1077 = fmul double %1038, %1076
  %1078 = fadd double %1075, %1077
  %1079 = fpext float %515 to double
  %1080 = fmul double %1039, %1079
  %1081 = fpext float %517 to double
  %1082 = fmul double %1040, %1081
  %1083 = fadd double %1080, %1082
  %1084 = fadd double %1078, %1083
  %1085 = fpext float %519 to double
  %1086 = fmul double %1037, %1085
  %1087 = fpext float %521 to double
  %1088 = fmul double %1038, %1087
  %1089 = fadd double %1086, %1088
  %1090 = fpext float %523 to double
  %1091 = fmul double %1039, %1090
  %1092 = fpext float %525 to double
  %1093 = fmul double %1040, %1092
  %1094 = fadd double %1091, %1093
  %1095 = fadd double %1089, %1094
  %1096 = fmul double %1062, 4.000000e-02
  %1097 = fadd double %1096, 1.000000e+00
  %1098 = fdiv double 6.500000e-01, %1097
  %1099 = fadd double %1098, 3.500000e-01
  %1100 = fmul double %52, %1024
  %1101 = fmul double %26, %1099
  %1102 = fadd double %38, %1101
  %1103 = fmul double %1073, %1100
  %1104 = fadd double %1102, %1103
  %1105 = fmul double %28, %1099
  %1106 = fadd double %40, %1105
  %1107 = fmul double %1084, %1100
  %1108 = fadd double %1106, %1107
  %1109 = fmul double %30, %1099
  %1110 = fadd double %42, %1109
  %1111 = fmul double %1095, %1100
  %1112 = fadd double %1110, %1111
  %1113 = fadd double %1051, -3.000000e+00
  %1114 = fmul double %1113, -4.000000e-01
  %1115 = fcmp olt double %1114, 0.000000e+00
  %1116 = select i1 %1115, double 0.000000e+00, double %1114
  %1117 = fcmp ogt double %1116, 1.000000e+00
  %1118 = select i1 %1117, double 1.000000e+00, double %1116
  %1119 = fmul double %1118, %1118
  %1120 = fmul double %1118, 2.000000e+00
  %1121 = fsub double 3.000000e+00, %1120
  %1122 = fmul double %1119, %1121
  %1123 = sub nsw i64 %1019, %1016
  %1124 = sub nsw i64 %1013, %1010
  %1125 = add nuw i64 %1124, 15
  %1126 = lshr i64 %1125, 4
  %1127 = icmp eq i64 %1126, 0
  %1128 = fmul double %64, %945
  %1129 = fmul double %66, %943
  %1130 = fsub double %1128, %1129
  %1131 = fptrunc double %1130 to float
  %1132 = fmul double %60, %945
  %1133 = fmul double %62, %943
  %1134 = fsub double %1132, %1133
  %1135 = fptrunc double %1134 to float
  %1136 = fmul double %64, %943
  %1137 = fmul double %66, %945
  %1138 = fadd double %1136, %1137
  %1139 = fptrunc double %1138 to float
  %1140 = fmul double %60, %943
  %1141 = fmul double %62, %945
  %1142 = fadd double %1140, %1141
  %1143 = fptrunc double %1142 to float
  %1144 = getelementptr i8, ptr %936, i64 56
  %1145 = getelementptr i8, ptr %936, i64 64
  %1146 = getelementptr i8, ptr %936, i64 72
  %1147 = fmul double %949, 0x3FE6666666666666
  %1148 = fmul double %949, 0x3FE70A3D70A3D70A
  %1149 = fmul double %949, 5.000000e-01
  %1150 = fmul double %14, %943
  %1151 = fmul double %18, %945
  %1152 = fadd double %1150, %1151
  %1153 = fneg double %1152
  %1154 = fmul double %14, %945
  %1155 = fmul double %18, %943
  %1156 = fsub double %1154, %1155
  %1157 = fneg double %1156
  br label %587
1158:
  %1159 = add nuw nsw i64 %1201, 1
  %1160 = icmp eq i64 %1159, 6
  br i1 %1160, label %1242, label %1200
1161:
  %1162 = getelementptr i8, ptr %1225, i64 1792
  %1163 = load float, ptr %1162, align 4
  br label %1164
1164:
  %1165 = phi float [ %1238, %1161 ], [ %1240, %1222 ]
  %1166 = phi float [ %1163, %1161 ], [ %1221, %1222 ]
  %1167 = getelementptr i8, ptr %1225, i64 1792
  store float %1166, ptr %1167, align 4
  store float %1165, ptr %1237, align 4
  %1168 = getelementptr i8, ptr %1225, i64 1536
  %1169 = load float, ptr %1168, align 4
  %1170 = select i1 %1239, float 1.000000e+09, float %1236
  %1171 = fcmp olt float %1170, %1169
  %1172 = select i1 %1171, float %1170, float %1169
  store float %1172, ptr %1168, align 4
  %1173 = icmp eq i64 %1224, 64
  br i1 %1173, label %1158, label %1222
1174:
  %1175 = getelementptr i8, ptr %1245, i64 1280
  %1176 = load float, ptr %1175, align 4
  br label %1177
1177:
  %1178 = phi float [ %1176, %1174 ], [ 1.000000e+09, %1242 ]
  %1179 = getelementptr i8, ptr %1245, i64 1536
  %1180 = load float, ptr %1179, align 4
  %1181 = fcmp olt float %1178, %1180
  %1182 = select i1 %1181, float %1178, float 1.000000e+09
  %1183 = getelementptr i8, ptr %1245, i64 768
  %1184 = load float, ptr %1183, align 4
  %1185 = fcmp olt float %1182, %1184
  %1186 = getelementptr i8, ptr %1245, i64 1024
  %1187 = select i1 %1185, ptr %1246, ptr %1186
  %1188 = load float, ptr %1187, align 4
  store float %1188, ptr %1186, align 4
  %1189 = fcmp olt float %1184, %1182
  %1190 = select i1 %1189, float %1184, float %1182
  store float %1190, ptr %1183, align 4
  %1191 = icmp eq i64 %1244, 64
  br i1 %1191, label %1283, label %1242
1192:
  %1193 = phi i64 [ %1194, %1192 ], [ 0, %648 ]
  %1194 = add nuw nsw i64 %1193, 1
  %1195 = getelementptr float, ptr %98, i64 %1193
  %1196 = getelementptr i8, ptr %1195, i64 1280
  store float 0x3FA99999A0000000, ptr %1196, align 4
  %1197 = getelementptr i8, ptr %1195, i64 1536
  store float 1.000000e+09, ptr %1197, align 4
  %1198 = getelementptr i8, ptr %1195, i64 1792
  store float -1.000000e+00, ptr %1198, align 4
  %1199 = icmp eq i64 %1194, 64
  br i1 %1199, label %1200, label %1192
1200:
  %1201 = phi i64 [ %1159, %1158 ], [ 0, %1192 ]
  %1202 = mul i64 %1201, %96
  %1203 = getelementptr double, ptr %92, i64 %1202
  %1204 = load double, ptr %1203, align 8
  %1205 = fptrunc double %1204 to float
  %1206 = getelementptr i8, ptr %1203, i64 8
  %1207 = load double, ptr %1206, align 8
  %1208 = fptrunc double %1207 to float
  %1209 = getelementptr i8, ptr %1203, i64 16
  %1210 = load double, ptr %1209, align 8
  %1211 = fptrunc double %1210 to float
  %1212 = fmul double %56, %1207
  %1213 = fmul double %1029, %1204
  %1214 = fsub double %1212, %1213
  %1215 = fmul double %1032, %1210
  %1216 = fsub double %1214, %1215
  %1217 = getelementptr i8, ptr %1203, i64 24
  %1218 = load double, ptr %1217, align 8
  %1219 = fsub double %1218, %1216
  %1220 = fptrunc double %1219 to float
  %1221 = uitofp i64 %1201 to float
  br label %1222
1222:
  %1223 = phi i64 [ 0, %1200 ], [ %1224, %1164 ]
  %1224 = add nuw nsw i64 %1223, 1
  %1225 = getelementptr float, ptr %98, i64 %1223
  %1226 = load float, ptr %1225, align 4
  %1227 = fmul float %1226, %1205
  %1228 = getelementptr i8, ptr %1225, i64 512
  %1229 = load float, ptr %1228, align 4
  %1230 = fmul float %1229, %1208
  %1231 = fadd float %1227, %1230
  %1232 = getelementptr i8, ptr %1225, i64 256
  %1233 = load float, ptr %1232, align 4
  %1234 = fmul float %1233, %1211
  %1235 = fadd float %1231, %1234
  %1236 = fdiv float %1220, %1235
  %1237 = getelementptr i8, ptr %1225, i64 1280
  %1238 = load float, ptr %1237, align 4
  %1239 = fcmp olt float %1235, 0.000000e+00
  %1240 = select i1 %1239, float %1236, float 0.000000e+00
  %1241 = fcmp ogt float %1240, %1238
  br i1 %1241, label %1164, label %1161
1242:
  %1243 = phi i64 [ %1244, %1177 ], [ 0, %1158 ]
  %1244 = add nuw nsw i64 %1243, 1
  %1245 = getelementptr float, ptr %98, i64 %1243
  %1246 = getelementptr i8, ptr %1245, i64 1792
  %1247 = load float, ptr %1246, align 4
  %1248 = fcmp ult float %1247, 0.000000e+00
  br i1 %1248, label %1177, label %1174
1249:
  %1250 = add nuw nsw i64 %1292, 1
  %1251 = icmp eq i64 %1250, 12
  br i1 %1251, label %1333, label %1291
1252:
  %1253 = getelementptr i8, ptr %1316, i64 1792
  %1254 = load float, ptr %1253, align 4
  br label %1255
1255:
  %1256 = phi float [ %1329, %1252 ], [ %1331, %1313 ]
  %1257 = phi float [ %1254, %1252 ], [ %1312, %1313 ]
  %1258 = getelementptr i8, ptr %1316, i64 1792
  store float %1257, ptr %1258, align 4
  store float %1256, ptr %1328, align 4
  %1259 = getelementptr i8, ptr %1316, i64 1536
  %1260 = load float, ptr %1259, align 4
  %1261 = select i1 %1330, float 1.000000e+09, float %1327
  %1262 = fcmp olt float %1261, %1260
  %1263 = select i1 %1262, float %1261, float %1260
  store float %1263, ptr %1259, align 4
  %1264 = icmp eq i64 %1315, 64
  br i1 %1264, label %1249, label %1313
1265:
  %1266 = getelementptr i8, ptr %1336, i64 1280
  %1267 = load float, ptr %1266, align 4
  br label %1268
1268:
  %1269 = phi float [ %1267, %1265 ], [ 1.000000e+09, %1333 ]
  %1270 = getelementptr i8, ptr %1336, i64 1536
  %1271 = load float, ptr %1270, align 4
  %1272 = fcmp olt float %1269, %1271
  %1273 = select i1 %1272, float %1269, float 1.000000e+09
  %1274 = getelementptr i8, ptr %1336, i64 768
  %1275 = load float, ptr %1274, align 4
  %1276 = fcmp olt float %1273, %1275
  %1277 = getelementptr i8, ptr %1336, i64 1024
  %1278 = select i1 %1276, ptr %1337, ptr %1277
  %1279 = load float, ptr %1278, align 4
  store float %1279, ptr %1277, align 4
  %1280 = fcmp olt float %1275, %1273
  %1281 = select i1 %1280, float %1275, float %1273
  store float %1281, ptr %1274, align 4
  %1282 = icmp eq i64 %1335, 64
  br i1 %1282, label %1340, label %1333
1283:
  %1284 = phi i64 [ %1285, %1283 ], [ 0, %1177 ]
  %1285 = add nuw nsw i64 %1284, 1
  %1286 = getelementptr float, ptr %98, i64 %1284
  %1287 = getelementptr i8, ptr %1286, i64 1280
  store float 0x3FA99999A0000000, ptr %1287, align 4
  %1288 = getelementptr i8, ptr %1286, i64 1536
  store float 1.000000e+09, ptr %1288, align 4
  %1289 = getelementptr i8, ptr %1286, i64 1792
  store float -1.000000e+00, ptr %1289, align 4
  %1290 = icmp eq i64 %1285, 64
  br i1 %1290, label %1291, label %1283
1291:
  %1292 = phi i64 [ %1250, %1249 ], [ 6, %1283 ]
  %1293 = mul i64 %1292, %96
  %1294 = getelementptr double, ptr %92, i64 %1293
  %1295 = load double, ptr %1294, align 8
  %1296 = fptrunc double %1295 to float
  %1297 = getelementptr i8, ptr %1294, i64 8
  %1298 = load double, ptr %1297, align 8
  %1299 = fptrunc double %1298 to float
  %1300 = getelementptr i8, ptr %1294, i64 16
  %1301 = load double, ptr %1300, align 8
  %1302 = fptrunc double %1301 to float
  %1303 = fmul double %56, %1298
  %1304 = fmul double %1029, %1295
  %1305 = fsub double %1303, %1304
  %1306 = fmul double %1032, %1301
  %1307 = fsub double %1305, %1306
  %1308 = getelementptr i8, ptr %1294, i64 24
  %1309 = load double, ptr %1308, align 8
  %1310 = fsub double %1309, %1307
  %1311 = fptrunc double %1310 to float
  %1312 = uitofp i64 %1292 to float
  br label %1313
1313:
  %1314 = phi i64 [ 0, %1291 ], [ %1315, %1255 ]
  %1315 = add nuw nsw i64 %1314, 1
  %1316 = getelementptr float, ptr %98, i64 %1314
  %1317 = load float, ptr %1316, align 4
  %1318 = fmul float %1317, %1296
  %1319 = getelementptr i8, ptr %1316, i64 512
  %1320 = load float, ptr %1319, align 4
  %1321 = fmul float %1320, %1299
  %1322 = fadd float %1318, %1321
  %1323 = getelementptr i8, ptr %1316, i64 256
  %1324 = load float, ptr %1323, align 4
  %1325 = fmul float %1324, %1302
  %1326 = fadd float %1322, %1325
  %1327 = fdiv float %1311, %1326
  %1328 = getelementptr i8, ptr %1316, i64 1280
  %1329 = load float, ptr %1328, align 4
  %1330 = fcmp olt float %1326, 0.000000e+00
  %1331 = select i1 %1330, float %1327, float 0.000000e+00
  %1332 = fcmp ogt float %1331, %1329
  br i1 %1332, label %1255, label %1252
1333:
  %1334 = phi i64 [ %1335, %1268 ], [ 0, %1249 ]
  %1335 = add nuw nsw i64 %1334, 1
  %1336 = getelementptr float, ptr %98, i64 %1334
  %1337 = getelementptr i8, ptr %1336, i64 1792
  %1338 = load float, ptr %1337, align 4
  %1339 = fcmp ult float %1338, 0.000000e+00
  br i1 %1339, label %1268, label %1265
1340:
  %1341 = add nsw i64 %608, -1
  %1342 = add i64 %609, 16
  %1343 = tail call i64 @llvm.smin.i64(i64 %1013, i64 %1342)
  %1344 = sub i64 %1343, %609
  %1345 = icmp slt i64 %1344, 1
  br i1 %1345, label %605, label %655
1346:
  %1347 = phi double [ 1.000000e+09, %655 ], [ %910, %905 ]
  %1348 = phi double [ 0.000000e+00, %655 ], [ %909, %905 ]
  %1349 = phi double [ 0.000000e+00, %655 ], [ %908, %905 ]
  %1350 = phi double [ 0.000000e+00, %655 ], [ %907, %905 ]
  %1351 = phi double [ 0.000000e+00, %655 ], [ %906, %905 ]
  %1352 = phi i64 [ 0, %655 ], [ %1353, %905 ]
  %1353 = add nuw nsw i64 %1352, 1
  %1354 = shl nsw i64 %1352, 4
  %1355 = add nuw i64 %1354, %658
  %1356 = icmp slt i64 %1355, -256
  %1357 = select i1 %1356, i64 %100, i64 0
  %1358 = getelementptr float, ptr %98, i64 %1355
  %1359 = getelementptr i8, ptr %1358, i64 1024
  %1360 = getelementptr float, ptr %1359, i64 %1357
  %1361 = load float, ptr %1360, align 4
  %1362 = fptosi float %1361 to i64
  %1363 = icmp slt i64 %1355, -192
  %1364 = select i1 %1363, i64 %100, i64 0
  %1365 = getelementptr i8, ptr %1358, i64 768
  %1366 = getelementptr float, ptr %1365, i64 %1364
  %1367 = load float, ptr %1366, align 4
  %1368 = icmp slt i64 %1362, 0
  br i1 %1368, label %905, label %663
1369:
  %1370 = urem i64 %1362, 6
  %1371 = icmp slt i64 %1355, -128
  %1372 = select i1 %1371, i64 %100, i64 0
  %1373 = getelementptr i8, ptr %1358, i64 512
  %1374 = getelementptr float, ptr %1373, i64 %1372
  %1375 = load float, ptr %1374, align 4
  %1376 = icmp slt i64 %1355, 0
  %1377 = select i1 %1376, i64 %100, i64 0
  %1378 = getelementptr float, ptr %1358, i64 %1377
  %1379 = load float, ptr %1378, align 4
  %1380 = icmp slt i64 %1355, -64
  %1381 = select i1 %1380, i64 %100, i64 0
  %1382 = getelementptr i8, ptr %1358, i64 256
  %1383 = getelementptr float, ptr %1382, i64 %1381
  %1384 = load float, ptr %1383, align 4
  %1385 = fmul float %1367, %1379
  %1386 = fpext float %1385 to double
  %1387 = fsub double %1386, %1029
  %1388 = fmul float %1367, %1375
  %1389 = fpext float %1388 to double
  %1390 = fadd double %56, %1389
  %1391 = fmul float %1367, %1384
  %1392 = fpext float %1391 to double
  %1393 = fsub double %1392, %1032
  %1394 = load double, ptr %1144, align 8
  %1395 = load double, ptr %1145, align 8
  %1396 = load double, ptr %1146, align 8
  %1397 = add nsw i64 %1362, -6
  %1398 = icmp ult i64 %1397, 6
  %1399 = icmp ne i64 %1370, 2
  %1400 = and i1 %1398, %1399
  br i1 %1400, label %669, label %697
1401:
  %1402 = phi double [ 1.000000e-01, %701 ], [ %710, %706 ]
  %1403 = phi double [ %1394, %701 ], [ %709, %706 ]
  %1404 = phi double [ %1395, %701 ], [ %708, %706 ]
  %1405 = phi double [ %1396, %701 ], [ %707, %706 ]
  %1406 = phi double [ 6.200000e-01, %701 ], [ -6.000000e-01, %706 ]
  %1407 = phi i1 [ false, %701 ], [ true, %706 ]
  br label %1408
1408:
  %1409 = phi double [ 1.000000e+00, %1401 ], [ %1414, %1408 ]
  %1410 = phi double [ %702, %1401 ], [ %1415, %1408 ]
  %1411 = phi i1 [ false, %1401 ], [ true, %1408 ]
  %1412 = phi i1 [ true, %1401 ], [ false, %1408 ]
  %1413 = fmul double %1409, %1410
  %1414 = select i1 %1412, double %1409, double %1413
  %1415 = fmul double %1410, %1410
  br i1 %1411, label %1416, label %1408
1416:
  %1417 = fmul double %947, %1406
  %1418 = fsub double %1393, %1417
  %1419 = fmul double %1418, %1418
  %1420 = fadd double %1419, %1414
  %1421 = tail call double @sqrt(double %1420)
  %1422 = fcmp olt double %1421, 3.700000e-01
  br i1 %1422, label %703, label %706
1423:
  ret void
}
declare double @llvm.fabs.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.ceil.f64(double)
declare double @llvm.exp.f64(double)
declare double @sqrt(double) nounwind willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.smin.i64(i64, i64)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)
